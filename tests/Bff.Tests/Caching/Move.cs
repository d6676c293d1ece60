namespace Bff.Tests.Caching;

/// <summary>One step of a story about a cache; <paramref name="Choice"/> picks one of several, modulo their number.</summary>
internal readonly record struct Move(MoveKind Kind, int Choice)
{
    public override string ToString() => $"{Kind}{Choice}";
}
