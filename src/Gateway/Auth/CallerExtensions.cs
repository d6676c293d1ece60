using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;

namespace Bff.Gateway.Auth;

/// <summary>What a field asks about its caller.</summary>
internal static class CallerExtensions
{
    /// <summary>The caller, for a field that answers everybody and customers differently.</summary>
    /// <exception cref="FailureError">Nobody can tell now who it is.</exception>
    public static async ValueTask<Caller> CallerAsync(this GraphContext request)
    {
        var resolution = await request.Identity.ResolveAsync();
        return resolution.IsUnknown ? throw new FailureError(resolution.Problem!) : resolution.Caller;
    }

    /// <summary>The signed-in caller, for a customer's own query field.</summary>
    /// <exception cref="FailureError">There is none, and why.</exception>
    public static async ValueTask<Caller> CustomerAsync(this GraphContext request)
    {
        var resolution = await request.Identity.ResolveAsync();
        return resolution.Refusal is { } refusal ? throw new FailureError(refusal) : resolution.Caller;
    }

    /// <summary>The signed-in caller for a mutation, or the typed error to answer with.</summary>
    public static async ValueTask<(Caller? Customer, MutationError? Error)> CustomerForMutationAsync(this GraphContext request)
    {
        var resolution = await request.Identity.ResolveAsync();
        return resolution.Refusal is { } refusal ? (null, ToMutationError(refusal)) : (resolution.Caller, null);
    }

    /// <summary>Why a mutation was not tried, as a member of its payload.</summary>
    public static MutationError ToMutationError(this Failure failure) => failure.Code switch
    {
        ErrorCodes.Unauthenticated or ErrorCodes.Forbidden => new NotAllowedError(failure.Code),
        ErrorCodes.RateLimited => new RateLimitedError(failure.RetryAfter ?? RateLimitedError.UsualWait),
        _ => new RefusedError(failure.Code, failure.Retryable, failure.RetryAfter),
    };
}
