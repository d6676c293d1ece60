using Bff.Caching;
using Bff.Contracts.Answers;

namespace Bff.Grains.Caching;

/// <summary>Packs what an owner takes along.</summary>
internal sealed class CacheLoad : ICacheCarrier
{
    private readonly List<CarriedEntry> entries = [];

    public CarriedCache Packed => new([.. entries]);

    // What is only put together here, such as a whole catalogue, is put together there again from what is carried.
    public void Carry<T>(CacheKey key, CachePolicy policy, Answer<T> answer)
        where T : class
    {
        if (typeof(T).IsDefined(typeof(GenerateSerializerAttribute), inherit: false))
        {
            entries.Add(new CarriedEntry<T>(CarriedKey.Of(key), CarriedPolicy.Of(policy), answer));
        }
    }
}
