using Bff.Contracts.Answers;
using Bff.Contracts.Keys;
using Bff.Gateway.Graph.Errors;
using GraphQL;

namespace Bff.Gateway.Graph;

/// <summary>What a resolver is written with: argument, one call, return.</summary>
internal static class ResolverExtensions
{
    /// <summary>Tenant, cluster, trace and cancellation of this request.</summary>
    public static GraphContext Request(this IResolveFieldContext context) => (GraphContext)context.UserContext;

    /// <summary>A required id argument.</summary>
    /// <exception cref="BadInputError">It is not written like an id; nothing may be asked with it.</exception>
    public static EntityId GetId(this IResolveFieldContext context, string argument) =>
        context.GetOptionalId(argument) ?? throw new BadInputError(argument, "is not written like an id.");

    /// <summary>As <see cref="GetId"/>; null when the argument was left out.</summary>
    public static EntityId? GetOptionalId(this IResolveFieldContext context, string argument)
    {
        // The ID scalar takes numbers too (GraphQL 3.5.5); v6 ids are text.
        var text = Convert.ToString(context.GetArgument<object?>(argument), System.Globalization.CultureInfo.InvariantCulture);
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        return EntityId.TryParse(text, out var id) ? id : throw new BadInputError(argument, "is not written like an id.");
    }

    /// <summary>A required slug argument.</summary>
    /// <exception cref="BadInputError">It is not written like a slug; nothing may be asked with it.</exception>
    public static Slug GetSlug(this IResolveFieldContext context, string argument) =>
        Slug.TryParse(context.GetArgument<string?>(argument), out var slug) ? slug : throw new BadInputError(argument, "is not written like a slug.");

    /// <summary>
    /// What the schema shows of an answer: the value, null when there is none, a typed error when nobody knows.
    /// The reply's freshness is never better than the answer's.
    /// </summary>
    /// <exception cref="FailureError">There is no answer.</exception>
    public static T? Result<T>(this IResolveFieldContext context, Answer<T> answer)
        where T : class
    {
        context.Request().Observe(answer);
        return answer.IsFailed ? throw new FailureError(answer.Failure) : answer.Value;
    }
}
