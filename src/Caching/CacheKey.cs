using Bff.Contracts.Changes;

namespace Bff.Caching;

/// <summary>
/// What is asked of one area, with its arguments each in its place: no two questions share a key, and nobody joins strings. The tenant
/// is not part of it, because <see cref="TenantCache"/> cannot be asked without one.
/// </summary>
public readonly record struct CacheKey
{
    private readonly CacheArg _first;
    private readonly CacheArg _second;
    private readonly CacheArg _third;
    private readonly CacheArg _fourth;
    private readonly CacheTag _tag;

    private CacheKey(CacheArea area, bool isList, CacheArg first, CacheArg second, CacheArg third, CacheArg fourth, CacheTag tag)
    {
        Area = area;
        IsList = isList;
        (_first, _second, _third, _fourth, _tag) = (first, second, third, fourth, tag);
    }

    /// <summary>What it belongs to.</summary>
    public CacheArea Area { get; }

    /// <summary>Its answer is about many things: any change in the area may change it.</summary>
    public bool IsList { get; }

    /// <summary>All arguments, those not given too, in their order.</summary>
    public IReadOnlyList<CacheArg> Arguments => [_first, _second, _third, _fourth];

    /// <summary>What the answer also changes with; null when it is nothing else.</summary>
    public CacheTag? Tag => _tag == default ? null : _tag;

    /// <summary>About one thing, or a part of it: <paramref name="name"/> says which, and a change of that name drops it.</summary>
    public static CacheKey One(CacheArea area, CacheArg name, CacheArg second = default, CacheArg third = default, CacheArg fourth = default) =>
        new(area, false, name, second, third, fourth, default);

    /// <summary>About many things, or about the area as a whole.</summary>
    public static CacheKey List(
        CacheArea area, CacheArg first = default, CacheArg second = default, CacheArg third = default, CacheArg fourth = default) =>
        new(area, true, first, second, third, fourth, default);

    /// <summary>The same question, whose answer also changes with <paramref name="tag"/>, which may be of another area.</summary>
    public CacheKey Tagged(CacheTag tag) => new(Area, IsList, _first, _second, _third, _fourth, tag);

    /// <summary>A tag is no part of the question.</summary>
    public bool Equals(CacheKey other) =>
        IsList == other.IsList && Area == other.Area && _first == other._first && _second == other._second && _third == other._third
        && _fourth == other._fourth;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Area, IsList, _first, _second, _third, _fourth);

    /// <inheritdoc/>
    public override string ToString() => $"{Area}{(IsList ? "[]" : "")}({_first}, {_second}, {_third}, {_fourth})";

    /// <summary>A change of <paramref name="scope"/> makes the answer stale, given that it is about an existing thing.</summary>
    internal bool IsTouchedBy(CacheTag scope) =>
        (scope.Area == Area && (IsList || scope.Name is null || _first.IsText(scope.Name)))
        || (_tag != default && scope.Area == _tag.Area && (scope.Name is null || _tag.Name is null || scope.Name == _tag.Name));

    /// <summary>The oldest version that a caller with this fence may be answered with.</summary>
    internal long LeastVersion(Fence fence)
    {
        var least = 0L;
        foreach (var mark in fence.Marks)
        {
            if (mark.At > least && (mark.Scope is not { } scope || IsTouchedBy(scope)))
            {
                least = mark.At;
            }
        }

        return least;
    }
}
