using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;

namespace Bff.Grains.Caching;

/// <summary>What an owner takes along when its silo ends, from there to the silo where it goes on.</summary>
[GenerateSerializer, Immutable, Alias("bff.carried-cache")]
internal sealed record CarriedCache([property: Id(0)] CarriedEntry[] Entries);

/// <summary>One answer of it.</summary>
[GenerateSerializer, Immutable, Alias("bff.carried-entry")]
internal abstract record CarriedEntry([property: Id(0)] CarriedKey Key, [property: Id(1)] CarriedPolicy Policy)
{
    /// <summary>Puts it where it is asked for from now on.</summary>
    public abstract void Unload(TenantCache cache, TenantId tenant);
}

/// <inheritdoc/>
[GenerateSerializer, Immutable, Alias("bff.carried-entry`1")]
internal sealed record CarriedEntry<T>(CarriedKey Key, CarriedPolicy Policy, [property: Id(0)] Answer<T> Answer) : CarriedEntry(Key, Policy)
    where T : class
{
    public override void Unload(TenantCache cache, TenantId tenant) => cache.TakeOver(tenant, Key.ToKey(), Policy.ToPolicy(), Answer);
}

/// <summary>A <see cref="CacheKey"/> on its way.</summary>
[GenerateSerializer, Immutable, Alias("bff.carried-key")]
internal sealed record CarriedKey(
    [property: Id(0)] CacheArea Area, [property: Id(1)] bool IsList, [property: Id(2)] CarriedArg[] Arguments, [property: Id(3)] CacheTag? Tag)
{
    public static CarriedKey Of(CacheKey key) => new(key.Area, key.IsList, [.. key.Arguments.Select(CarriedArg.Of)], key.Tag);

    public CacheKey ToKey()
    {
        var args = Arguments.Select(arg => arg.ToArg()).ToArray();
        var key = IsList
            ? CacheKey.List(Area, args[0], args[1], args[2], args[3])
            : CacheKey.One(Area, args[0], args[1], args[2], args[3]);
        return Tag is { } tag ? key.Tagged(tag) : key;
    }
}

/// <summary>A <see cref="CacheArg"/> on its way.</summary>
[GenerateSerializer, Immutable, Alias("bff.carried-arg")]
internal readonly record struct CarriedArg([property: Id(0)] string? Text, [property: Id(1)] long? Number)
{
    public static CarriedArg Of(CacheArg arg) => new(arg.Text, arg.Number);

    public CacheArg ToArg() => Number is { } number ? number : Text;
}

/// <summary>What a <see cref="CachePolicy"/> says about an answer that is there; the next fetch brings the whole of it.</summary>
[GenerateSerializer, Immutable, Alias("bff.carried-policy")]
internal readonly record struct CarriedPolicy(
    [property: Id(0)] TimeSpan FreshFor,
    [property: Id(1)] TimeSpan StaleIfError,
    [property: Id(2)] TimeSpan AbsentFor,
    [property: Id(3)] TimeSpan RetryEvery,
    [property: Id(4)] double EagerRefresh)
{
    public static CarriedPolicy Of(CachePolicy policy) => new(policy.FreshFor, policy.StaleIfError, policy.AbsentFor, policy.RetryEvery, policy.EagerRefresh);

    public CachePolicy ToPolicy() => new()
    {
        FreshFor = FreshFor,
        StaleIfError = StaleIfError,
        AbsentFor = AbsentFor,
        RetryEvery = RetryEvery,
        EagerRefresh = EagerRefresh,
    };
}
