using Orleans.Serialization;

namespace Bff.Contracts.WarmUp;

/// <summary>Writes and reads one of everything that travels between gateways and silos, so that the first real one finds its code ready.</summary>
public sealed class WirePractice(Serializer serializer)
{
    private IReadOnlyList<object>? messages;

    /// <summary>Once each.</summary>
    /// <returns>How many.</returns>
    public int RoundTrip()
    {
        messages ??= Samples.OfContracts();
        foreach (var message in messages)
        {
            serializer.Deserialize<object>(serializer.SerializeToArray(message));
        }

        return messages.Count;
    }
}
