using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Bff.Contracts.Changes;

/// <summary>
/// What one caller changed at one tenant: the change marks of its own mutations. Whoever answers this caller uses nothing older, so it
/// reads its own writes on every gateway and silo, however late the change notices are. A session carries it; a caller without one
/// carries its text.
/// </summary>
/// <remarks>
/// The text must be protected by whoever hands it out (bound to the tenant, not forgeable): a made-up mark would make every read go to
/// the source. See ADR 0003.
/// </remarks>
[GenerateSerializer, Immutable, Alias("bff.fence")]
public sealed record Fence
{
    /// <summary>Most marks that one fence holds; beyond it the names of an area become one mark of the area, then all one of the tenant.</summary>
    public const int MaxMarks = 12;

    /// <summary>Longest text that is read, in characters.</summary>
    public const int MaxTextLength = 4_000;

    private Fence(ImmutableArray<ChangeMark> marks) => Marks = marks;

    /// <summary>How long a mark is kept: longer than anything older can live in any cache that missed the notice.</summary>
    public static TimeSpan MarkLifetime { get; } = TimeSpan.FromMinutes(15);

    /// <summary>Of a caller that has changed nothing.</summary>
    public static Fence None { get; } = new([]);

    /// <summary>At most one per scope.</summary>
    [Id(0)]
    public ImmutableArray<ChangeMark> Marks { get; }

    /// <summary>The same with more changes, without the marks whose lifetime is over at <paramref name="now"/>.</summary>
    public Fence With(IEnumerable<ChangeMark> changes, DateTimeOffset now)
    {
        var oldest = (now - MarkLifetime).UtcTicks;
        var live = Marks.Concat(changes).Where(mark => mark.At >= oldest);
        return new Fence(Coarsened(Latest(live, mark => mark.Scope)));
    }

    /// <summary>Same marks.</summary>
    public bool Equals(Fence? other) => other is not null && Marks.SequenceEqual(other.Marks);

    /// <inheritdoc/>
    public override int GetHashCode() => Marks.Length == 0 ? 0 : Marks[0].GetHashCode();

    /// <summary>Marks separated by semicolons, each <c>moment,area,name</c> with the moment in hexadecimal; empty for <see cref="None"/>.</summary>
    public override string ToString() => string.Join(';', Marks.Select(mark => string.Create(
        CultureInfo.InvariantCulture, $"{mark.At:x},{mark.Scope?.Area.Name},{Uri.EscapeDataString(mark.Scope?.Name ?? "")}")));

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Fence? fence)
    {
        fence = null;
        if (text is null || text.Length > MaxTextLength)
        {
            return false;
        }

        var marks = ImmutableArray.CreateBuilder<ChangeMark>();
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries))
        {
            if (!TryParseMark(part, out var mark) || marks.Count == MaxMarks)
            {
                return false;
            }

            marks.Add(mark);
        }

        fence = new Fence(marks.ToImmutable());
        return true;
    }

    private static bool TryParseMark(string text, out ChangeMark mark)
    {
        mark = default;
        var fields = text.Split(',');
        if (fields.Length != 3 || !long.TryParse(fields[0], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var at) || at <= 0)
        {
            return false;
        }

        var name = fields[2].Length == 0 ? null : Uri.UnescapeDataString(fields[2]);
        if (CacheArea.TryParse(fields[1], out var area))
        {
            mark = new ChangeMark(new CacheTag(area, name), at);
            return true;
        }

        mark = new ChangeMark(null, at);
        return fields[1].Length == 0 && name is null;
    }

    private static ImmutableArray<ChangeMark> Coarsened(ImmutableArray<ChangeMark> marks)
    {
        if (marks.Length > MaxMarks)
        {
            marks = Latest(marks, mark => mark.Scope is { } scope ? new CacheTag(scope.Area) : null);
        }

        return marks.Length > MaxMarks ? Latest(marks, _ => null) : marks;
    }

    private static ImmutableArray<ChangeMark> Latest(IEnumerable<ChangeMark> marks, Func<ChangeMark, CacheTag?> scopeOf) =>
        [.. marks.GroupBy(scopeOf).Select(group => new ChangeMark(group.Key, group.Max(mark => mark.At)))];
}
