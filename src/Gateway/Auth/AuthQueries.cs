using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Changes;
using Bff.Gateway.Changes;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;
using GraphQL.Types;

namespace Bff.Gateway.Auth;

/// <summary>What can be read about signing in, and about who has.</summary>
internal static class AuthQueries
{
    private static readonly TimeSpan SettingsMaxAge = TimeSpan.FromMinutes(1);

    public static void AddAuthQueries(this ObjectGraphType query)
    {
        query.Field<LoginChannelType, LoginChannel>("loginChannel")
            .Description("How customers of the tenant sign in. Source: v6 getLoginChannel.")
            .PublicFor(SettingsMaxAge)
            .Reads(CacheAreas.LoginChannel)
            .Answers(c => c.Request().NearAsync(CacheKey.List(CacheAreas.LoginChannel), 0, static (ISignInSettingsGrain owner, int _) => owner.GetLoginChannelAsync()));
        query.Field<RegistrationFormType, RegistrationForm>("registrationForm")
            .Description("What a new member is asked. Source: v6 getRegistrationForm.")
            .PublicFor(SettingsMaxAge)
            .Reads(CacheAreas.RegistrationForm)
            .Answers(c => c.Request().NearAsync(CacheKey.List(CacheAreas.RegistrationForm), 0, static (ISignInSettingsGrain owner, int _) => owner.GetRegistrationFormAsync()));
        query.Field<SessionType, SessionView>("session")
            .Description("The session of this request; null without a valid one. Source: v6 validateToken.")
            .Private()
            .ResolveAsync(async c => await SessionReads.CurrentAsync(c.Request()));
        query.Field<CustomerType, CustomerProfile>("me")
            .Description("The signed-in customer; null without a session, and null with an error when a session was sent that is not good.")
            .Private()
            .ResolveAsync(async c => await SessionReads.MeAsync(c.Request()));
        query.Field<ListGraphType<NonNullGraphType<SessionType>>, IReadOnlyList<SessionView>>("sessions")
            .Description("The customer's sessions on all devices, newest first; null without a session.")
            .Private()
            .ListSize(FieldFacts.DefaultListSize)
            .ResolveAsync(async c => await SessionReads.AllAsync(c.Request()));
    }

}

/// <summary>The questions about sessions, each of the one grain that owns the answer.</summary>
internal static class SessionReads
{
    public static async Task<SessionView?> CurrentAsync(GraphContext request)
    {
        var resolution = await request.Identity.ResolveAsync();
        if (resolution.Problem is { Code: not ErrorCodes.Unauthenticated } problem)
        {
            throw new FailureError(problem);
        }

        return resolution.Caller.Customer?.Credential switch
        {
            SessionCredential own when await DetailsAsync(request, own) is { } details => SessionView.Of(details, details.Id),
            TokenCredential { Token: var token } when await ProfileAsync(request, token) is { } profile =>
                new SessionView(IdOf(token, request), profile, null, null, await ExpiryAsync(request, token), null, IsCurrent: true),
            _ => null,
        };
    }

    public static async Task<CustomerProfile?> MeAsync(GraphContext request)
    {
        var resolution = await request.Identity.ResolveAsync();
        if (resolution.Problem is { } problem)
        {
            throw new FailureError(problem);
        }

        return resolution.Caller.Customer?.Credential switch
        {
            SessionCredential own => (await DetailsAsync(request, own))?.Customer,
            TokenCredential { Token: var token } => await ProfileAsync(request, token),
            _ => null,
        };
    }

    public static async Task<IReadOnlyList<SessionView>?> AllAsync(GraphContext request)
    {
        var resolution = await request.Identity.ResolveAsync();
        if (resolution.Problem is { } problem)
        {
            throw new FailureError(problem);
        }

        if (resolution.Caller.Customer is not { } customer)
        {
            return null;
        }

        var currentId = customer.Credential is SessionCredential own ? (await DetailsAsync(request, own))?.Id : null;
        var sessions = await request.Grains.GetGrain<ICustomerSessionsGrain>(customer.Key.ToString()).GetAsync();
        return [.. sessions.Select(session => SessionView.Of(session, currentId))];
    }

    private static Task<SessionDetails?> DetailsAsync(GraphContext request, SessionCredential own) =>
        request.Grains.GetGrain<ISessionGrain>(own.Session.Value).GetDetailsAsync(request.Tenant);

    private static Task<CustomerProfile?> ProfileAsync(GraphContext request, CustomerToken token) => Verdicts(request, token).GetProfileAsync(token);

    private static async Task<DateTimeOffset?> ExpiryAsync(GraphContext request, CustomerToken token) =>
        (await Verdicts(request, token).ValidateAsync(token)).ExpiresAt;

    private static string IdOf(CustomerToken token, GraphContext request) => token.KeyAt(request.Tenant)[(request.Tenant.Value.Length + 1)..][..16];

    private static ITokenVerdictGrain Verdicts(GraphContext request, CustomerToken token) =>
        request.Grains.GetGrain<ITokenVerdictGrain>(token.KeyAt(request.Tenant));
}
