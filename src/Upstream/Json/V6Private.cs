namespace Bff.Upstream.Json;

/// <summary>A record with a person's data or a secret in it: its text is its name, so that no log or message can show more.</summary>
internal abstract record V6Private
{
    /// <summary>The name of the type.</summary>
    public sealed override string ToString() => GetType().Name;
}
