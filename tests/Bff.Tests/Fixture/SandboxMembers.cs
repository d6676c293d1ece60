using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Bff.Sandbox.Auth;
using Caller = Bff.Contracts.Auth.Caller;

namespace Bff.Tests.Fixture;

/// <summary>Members of the sandbox and their v6 tokens, for tests that do not care how somebody signs in.</summary>
internal static class SandboxMembers
{
    /// <summary>A member of the tenant, signed in with a v6 token of its own.</summary>
    /// <param name="v6">The sandbox.</param>
    /// <param name="tenant">The tenant.</param>
    /// <param name="number">Which of its sample members, from 1.</param>
    public static Caller Member(this SandboxOracle v6, string tenant, int number = 1)
    {
        var member = v6.World.Tenants.Find(tenant)!.Part(MemberBook.Create).All[number - 1];
        var key = new CustomerKey(TenantId.Parse(tenant), EntityId.Parse(member.Uuid));
        return Caller.Of(key, new TokenCredential(CustomerToken.Parse(v6.World.Tokens.Issue(tenant, member.Uuid))));
    }

    /// <summary>The header by which that member's own client says who it is.</summary>
    public static (string Name, string Value) Header(this Caller member) =>
        ("Authorization", $"Bearer {((TokenCredential)member.Customer!.Credential).Token.Value}");
}
