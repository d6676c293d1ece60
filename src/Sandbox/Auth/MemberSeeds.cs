using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Auth;

/// <summary>Members that a tenant starts with.</summary>
internal sealed record MemberSeeds(IReadOnlyList<MemberSeed> Members)
{
    public static MemberSeeds Load(Dataset data) => data.Read<MemberSeeds>("Auth");
}

/// <summary>One of them.</summary>
internal sealed record MemberSeed(
    string Name, string? LastName, string? Phone, string? Email, string? TierId, decimal Points, int Stamps, int JoinedDaysAgo);
