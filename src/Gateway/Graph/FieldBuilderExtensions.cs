using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Gateway.Graph.Running;
using GraphQL;
using GraphQL.Builders;

namespace Bff.Gateway.Graph;

/// <summary>What a field says about itself beside its type.</summary>
internal static class FieldBuilderExtensions
{
    /// <summary>
    /// The field asks an owner by itself: one call that gives an <see cref="Answer{T}"/>. Such a field says its
    /// <see cref="SharingPolicy"/> too, because nothing it stands under can know it. Asked twice in one request with the same arguments,
    /// it is one call.
    /// </summary>
    public static FieldBuilder<TSource, TValue> Answers<TSource, TValue>(
        this FieldBuilder<TSource, TValue> field,
        Func<IResolveFieldContext<TSource>, ValueTask<Answer<TValue>>> ask)
        where TValue : class
    {
        FieldFacts.Of(field.FieldType).Fetches = true;
        return field.ResolveAsync(async context => context.Result(await context.Request().Memo.Once(context, () => ask(context))));
    }

    /// <summary>
    /// The field is a subscription: what it gives, one value after the other, for as long as somebody listens. What <paramref name="open"/>
    /// throws, and at any later moment what the stream throws, ends the subscription with that error. A stream must bound what it keeps for a
    /// listener that is slow, and ends with the context's cancellation token.
    /// </summary>
    public static FieldBuilder<TSource, TValue> Watches<TSource, TValue>(
        this FieldBuilder<TSource, TValue> field,
        Func<IResolveFieldContext<TSource>, IAsyncEnumerable<TValue>> open)
        where TValue : class
    {
        field.FieldType.StreamResolver = new EventSource(context => open(context.As<TSource>()));
        return field.Resolve(context => (TValue?)(object?)context.Source);
    }

    /// <summary>Everybody gets the same answer, which may be kept for this long by browsers and proxies.</summary>
    public static FieldBuilder<TSource, TValue> PublicFor<TSource, TValue>(this FieldBuilder<TSource, TValue> field, TimeSpan maxAge) =>
        field.With(SharingPolicy.Public(maxAge));

    /// <summary>As <see cref="PublicFor"/> for callers without a session; a session changes the answer.</summary>
    public static FieldBuilder<TSource, TValue> PublicWhenAnonymousFor<TSource, TValue>(this FieldBuilder<TSource, TValue> field, TimeSpan maxAge) =>
        field.With(SharingPolicy.PublicWhenAnonymous(maxAge));

    /// <summary>The answer belongs to one caller, or to one moment: it is never kept outside its owner.</summary>
    public static FieldBuilder<TSource, TValue> Private<TSource, TValue>(this FieldBuilder<TSource, TValue> field) => field.With(SharingPolicy.Private);

    /// <summary>What the answer is made of: only a change of one of these drops kept replies with this field. Without it any change does.</summary>
    public static FieldBuilder<TSource, TValue> Reads<TSource, TValue>(this FieldBuilder<TSource, TValue> field, params CacheArea[] areas)
    {
        FieldFacts.Of(field.FieldType).Areas = areas;
        return field;
    }

    /// <summary>
    /// The answer depends on the storefront that the caller comes from, as <see cref="GraphContext.Storefront"/> says: a reply with it is
    /// shared among callers of one storefront only.
    /// </summary>
    public static FieldBuilder<TSource, TValue> ByStorefront<TSource, TValue>(this FieldBuilder<TSource, TValue> field)
    {
        FieldFacts.Of(field.FieldType).ByStorefront = true;
        return field;
    }

    /// <summary>What the field costs beside 1 for each value: 10 for a call of its own is the usual price.</summary>
    public static FieldBuilder<TSource, TValue> Costs<TSource, TValue>(this FieldBuilder<TSource, TValue> field, int weight)
    {
        FieldFacts.Of(field.FieldType).Weight = weight;
        return field;
    }

    /// <summary>How long the list is: the value of that integer argument, or <paramref name="assumed"/> when there is none.</summary>
    public static FieldBuilder<TSource, TValue> ListSize<TSource, TValue>(this FieldBuilder<TSource, TValue> field, int assumed, string? argument = null)
    {
        var facts = FieldFacts.Of(field.FieldType);
        facts.AssumedSize = assumed;
        facts.SizeArgument = argument;
        return field;
    }

    private static FieldBuilder<TSource, TValue> With<TSource, TValue>(this FieldBuilder<TSource, TValue> field, SharingPolicy policy)
    {
        FieldFacts.Of(field.FieldType).Sharing = policy;
        return field;
    }
}
