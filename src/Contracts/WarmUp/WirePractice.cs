using Orleans.Serialization;

namespace Bff.Contracts.WarmUp;

/// <summary>Writes and reads one of everything that travels between gateways and silos, so that the first real one finds its code ready.</summary>
public sealed class WirePractice(Serializer serializer)
{
    private readonly IReadOnlyList<object> messages = Samples.OfContracts();

    /// <summary>Once each.</summary>
    /// <returns>How many.</returns>
    public int RoundTrip()
    {
        foreach (var message in messages)
        {
            serializer.Deserialize<object>(serializer.SerializeToArray(message));
        }

        return messages.Count;
    }
}
