using System.Runtime.CompilerServices;
using Bff.Contracts.Answers;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Graph.Scalars;
using GraphQL.Types;

namespace Bff.Gateway.Auth;

/// <summary>A session that is no more.</summary>
/// <param name="SessionId">Its id, as in lists.</param>
/// <param name="EndedAt">When that was found out.</param>
internal sealed record EndedSession(string SessionId, DateTimeOffset EndedAt);

internal sealed class EndedSessionType : ObjectGraphType<EndedSession>
{
    public EndedSessionType()
    {
        Name = "EndedSession";
        Description = "A session that is no more. Source: sessions of this endpoint.";
        Field<NonNullGraphType<IdGraphType>>("sessionId").Description("The id that the session had in lists.").Resolve(c => c.Source.SessionId);
        Field<NonNullGraphType<DateTimeScalar>>("endedAt").Description("When the end was seen here.").Resolve(c => c.Source.EndedAt);
    }
}

/// <summary>What can be watched about a session.</summary>
internal static class SessionSubscription
{
    public static void AddSessionEnded(this ObjectGraphType subscription) => subscription
        .Field<NonNullGraphType<EndedSessionType>, EndedSession>("sessionEnded")
        .Description("Tells once, within a second, that the session of this connection has ended: signed out here or elsewhere, revoked, expired. The connection is closed then.")
        .Private()
        .Watches(context => WatchAsync(context.Request(), context.CancellationToken));

    private static async IAsyncEnumerable<EndedSession> WatchAsync(GraphContext request, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var id = await IdAsync(request) ?? throw new FailureError(new Failure(ErrorCodes.Unauthenticated));
        await request.SessionEnd!.Value.WaitAsync(cancellationToken);
        yield return new EndedSession(id, request.Services.GetRequiredService<TimeProvider>().GetUtcNow());
    }

    // The caller counts as it was when the connection began: a session that has ended since then is what this subscription is about.
    private static async Task<string?> IdAsync(GraphContext request)
    {
        var resolution = await request.Identity.ResolveAsync();
        if (resolution.IsUnknown)
        {
            throw new FailureError(resolution.Problem!);
        }

        var wasGood = !resolution.Caller.IsAnonymous || request.SessionEnd is { IsValueCreated: true };
        return request.Identity.SessionId is { } own ? (wasGood ? own : null) : (await SessionReads.CurrentAsync(request))?.Id;
    }
}
