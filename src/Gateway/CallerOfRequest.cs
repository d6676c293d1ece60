using Bff.Contracts.Auth;
using Bff.Gateway.Graph;

namespace Bff.Gateway;

/// <summary>On whose behalf a field is read. Until the edge tells customers apart, nobody has signed in.</summary>
internal static class CallerOfRequest
{
    public static ValueTask<Caller> CallerAsync(this GraphContext request) => new(Caller.Anonymous(request.Tenant));
}
