namespace Bff.Grains.Auth.Storage;

/// <summary>A session as storage sees it: nothing but whose it is and a sealed block.</summary>
[GenerateSerializer, Alias("bff.stored-session")]
internal sealed class StoredSession
{
    /// <summary>The tenant, in the clear: it is part of what the seal vouches for.</summary>
    [Id(0)]
    public string Tenant { get; set; } = "";

    /// <summary>Which key of the ring the block was sealed with.</summary>
    [Id(1)]
    public string KeyId { get; set; } = "";

    /// <summary>A <see cref="SessionRecord"/>, sealed by <see cref="SessionProtector"/>.</summary>
    [Id(2)]
    public byte[] Sealed { get; set; } = [];
}
