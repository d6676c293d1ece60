using Bff.Contracts.Answers;
using Bff.Gateway.Graph.Errors;
using GraphQL;
using GraphQL.Builders;
using GraphQL.Types;

namespace Bff.Gateway.Graph.Connections;

internal static class ConnectionExtensions
{
    public const int DefaultFirst = 20;
    public const int MaxFirst = 100;
    public const int MaxSearchLength = 200;

    /// <summary>
    /// Adds <c>name(first, after, search): XConnection</c> to a root type. The field may be null by itself: one failed call never
    /// nulls its neighbours.
    /// </summary>
    /// <param name="root">The query type.</param>
    /// <param name="name">Name of the field; cursors are bound to it.</param>
    /// <param name="description">What the list is and which v6 operation it comes from.</param>
    /// <param name="idOf">Id of a row.</param>
    /// <param name="loadPage">One call to the owner of the list.</param>
    public static FieldBuilder<object?, ConnectionWindow<T>> AddConnection<TNodeType, T>(
        this ObjectGraphType root,
        string name,
        string description,
        Func<T, string> idOf,
        Func<GraphContext, PageLoader<T>> loadPage)
        where TNodeType : IGraphType =>
        root.AddFilteredConnection<TNodeType, T>(name, description, idOf, context => new FilteredPages<T>(loadPage(context.Request()), null));

    /// <summary>As the other, for a list with arguments of its own, which the caller adds to the field it gets.</summary>
    /// <param name="root">The query type.</param>
    /// <param name="name">Name of the field; cursors are bound to it.</param>
    /// <param name="description">What the list is and which v6 operation it comes from.</param>
    /// <param name="idOf">Id of a row.</param>
    /// <param name="pages">Reads those arguments: how to load a page, and the text that binds cursors to their values.</param>
    public static FieldBuilder<object?, ConnectionWindow<T>> AddFilteredConnection<TNodeType, T>(
        this ObjectGraphType root,
        string name,
        string description,
        Func<T, string> idOf,
        Func<IResolveFieldContext, FilteredPages<T>> pages)
        where TNodeType : IGraphType =>
        root.Field<ConnectionType<TNodeType, T>, ConnectionWindow<T>>(name)
            .Description(description)
            .Argument<IntGraphType>("first", $"Rows wanted, 1 to {MaxFirst}; {DefaultFirst} when left out.", argument => argument.DefaultValue = DefaultFirst)
            .Argument<StringGraphType>("after", "Cursor of the row to go on after.")
            .Argument<StringGraphType>("search", $"Words to look for, at most {MaxSearchLength} characters.")
            .ListSize(DefaultFirst, "first")
            .Answers(context => ReadAsync(context, name, idOf, pages(context)));

    private static async ValueTask<Answer<ConnectionWindow<T>>> ReadAsync<T>(
        IResolveFieldContext context, string name, Func<T, string> idOf, FilteredPages<T> pages)
    {
        var first = First(context);
        var search = Search(context);
        var scope = new CursorScope(name, context.Request().Tenant, pages.Filter is null ? search : $"{search}\n{pages.Filter}");
        var codec = context.Request().Services.GetRequiredService<CursorCodec>();
        var after = After(context, codec, scope);
        var answer = await WindowReader.ReadAsync(pages.Load, search, after, first, idOf);
        return answer.Select(rows => new ConnectionWindow<T>(rows.Items, rows.Start, rows.HasNext, rows.Total)
        {
            Cursor = position => codec.Write(scope, position),
            IdOf = idOf,
        });
    }

    private static int First(IResolveFieldContext context)
    {
        var first = context.GetArgument<int?>("first") ?? DefaultFirst;
        return first is >= 1 and <= MaxFirst ? first : throw new BadInputError("first", $"must be from 1 to {MaxFirst}.");
    }

    private static string? Search(IResolveFieldContext context)
    {
        var search = context.GetArgument<string?>("search")?.Trim();
        return search?.Length > MaxSearchLength
            ? throw new BadInputError("search", $"may have at most {MaxSearchLength} characters.")
            : string.IsNullOrEmpty(search) ? null : search;
    }

    private static CursorPosition? After(IResolveFieldContext context, CursorCodec codec, CursorScope scope)
    {
        var cursor = context.GetArgument<string?>("after");
        if (cursor is null)
        {
            return null;
        }

        return codec.TryRead(scope, cursor, out var position)
            ? position
            : throw new BadInputError("after", "is no cursor of this list, tenant and search.");
    }
}
