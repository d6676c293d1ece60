using Bff.Sandbox.Operations;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Auth;

/// <summary>Who is calling, or the refusal. Both null: an anonymous caller where that is allowed.</summary>
internal readonly record struct Caller(Member? Member, TokenClaims? Token, Reply? Refusal);

/// <summary>Checks the bearer token of a call against its tenant, before ids and body are looked at.</summary>
internal static class Authenticator
{
    private const string Scheme = "Bearer ";

    public static Caller Identify(Operation operation, Tenant tenant, IHeaderDictionary headers)
    {
        var reads = operation.Access is Access.Required or Access.Optional || operation.KnowsCustomer;
        var token = reads ? BearerOf(headers) : null;
        if (token is null)
        {
            return operation.Access == Access.Required ? Refuse(Reply.Unauthorized()) : default;
        }

        var claims = tenant.World.Tokens.Check(token);
        if (claims is not null && claims.Tenant != tenant.Id)
        {
            return Refuse(Reply.Forbidden("The token belongs to another company."));
        }

        var member = claims is null ? null : FindMember(tenant, claims);
        if (member is not null || (claims is not null && operation.TakesGuestToken))
        {
            return new Caller(member, claims, null);
        }

        return operation.Access == Access.Public ? default : Refuse(Reply.Unauthorized());
    }

    private static Member? FindMember(Tenant tenant, TokenClaims claims)
    {
        lock (tenant.Gate)
        {
            return tenant.Part(MemberBook.Create).Find(claims.MemberUuid);
        }
    }

    private static string? BearerOf(IHeaderDictionary headers)
    {
        var value = headers.Authorization.ToString();
        return value.Length == 0 ? null : value.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? value[Scheme.Length..] : "";
    }

    private static Caller Refuse(Reply reply) => new(null, null, reply);
}
