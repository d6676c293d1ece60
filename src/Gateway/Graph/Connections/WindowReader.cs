using System.Collections.Immutable;
using Bff.Contracts.Answers;
using Bff.Contracts.Catalog;

namespace Bff.Gateway.Graph.Connections;

/// <summary>Asks an owner for one page of a catalog.</summary>
internal delegate ValueTask<Answer<CatalogPage<T>>> PageLoader<T>(CatalogPageRequest request);

/// <summary>How to load the pages of a filtered list.</summary>
/// <param name="Load">Asks for one page.</param>
/// <param name="Filter">Text that differs when the filter does; null without one. Cursors are bound to it.</param>
internal readonly record struct FilteredPages<T>(PageLoader<T> Load, string? Filter);

/// <summary>Rows cut out of an owner's pages, and how fresh they are.</summary>
internal sealed record WindowRows<T>(ImmutableArray<T> Items, int Start, bool HasNext, int? Total);

/// <summary>
/// Cuts the window of a connection out of pages of a fixed size:
/// <list type="number">
/// <item>Begin with the page that holds the anchor row, or the first page.</item>
/// <item>If the anchor is no longer where it was, rows came or went before it: go on after the place where it is now.
/// If it is gone from that page, its old place is the best guess.</item>
/// <item>Take rows, from the next page too when this one ends inside the window. With at most 100 rows that is one page more.</item>
/// </list>
/// </summary>
internal static class WindowReader
{
    public static async ValueTask<Answer<WindowRows<T>>> ReadAsync<T>(
        PageLoader<T> load, string? search, CursorPosition? after, int first, Func<T, string> idOf)
    {
        // Step 1
        var firstRow = after is { Offset: > 0 } place ? place.Offset - 1 : 0;
        var answer = await load(new CatalogPageRequest((firstRow / CatalogPageRequest.PageSize) + 1, search));
        if (!answer.IsFound)
        {
            return answer.Select<WindowRows<T>>(_ => null);
        }

        // Step 2
        var page = answer.Value;
        var pageStart = (page.Number - 1) * CatalogPageRequest.PageSize;
        var start = after is { } position ? pageStart + AfterAnchor(page.Items, position, pageStart, idOf) : 0;

        // Step 3
        var rows = page.Items.Skip(start - pageStart).Take(first).ToImmutableArray();
        if (rows.Length == first || !page.HasNext)
        {
            var hasNext = page.HasNext || start + rows.Length < pageStart + page.Items.Length;
            return answer.Select(_ => new WindowRows<T>(rows, start, hasNext, TotalOf(page)));
        }

        var nextAnswer = await load(new CatalogPageRequest(page.Number + 1, search));
        if (nextAnswer.IsFailed)
        {
            return Answer<WindowRows<T>>.Failed(nextAnswer.Failure);
        }

        var next = nextAnswer.Value;
        var more = next is null ? [] : next.Items.Take(first - rows.Length).ToImmutableArray();
        var rest = next is not null && (next.HasNext || more.Length < next.Items.Length);
        return Weaker(answer, nextAnswer).Select(_ => new WindowRows<T>([.. rows, .. more], start, rest, TotalOf(next ?? page)));
    }

    private static int AfterAnchor<T>(ImmutableArray<T> items, CursorPosition position, int pageStart, Func<T, string> idOf)
    {
        var remembered = position.Offset - pageStart;
        if (remembered > 0 && remembered <= items.Length && idOf(items[remembered - 1]) == position.Anchor)
        {
            return remembered;
        }

        for (var i = 0; i < items.Length; i++)
        {
            if (idOf(items[i]) == position.Anchor)
            {
                return i + 1;
            }
        }

        return Math.Min(remembered, items.Length);
    }

    private static int? TotalOf<T>(CatalogPage<T> page) =>
        page.Total ?? (page.HasNext ? null : ((page.Number - 1) * CatalogPageRequest.PageSize) + page.Items.Length);

    private static Answer<T> Weaker<T>(Answer<T> one, Answer<T> other)
        where T : class => one with
        {
            AsOf = one.AsOf < other.AsOf ? one.AsOf : other.AsOf,
            FreshUntil = one.FreshUntil < other.FreshUntil ? one.FreshUntil : other.FreshUntil,
            Version = Math.Min(one.Version, other.Version),
            IsStale = one.IsStale || other.IsStale,
        };
}
