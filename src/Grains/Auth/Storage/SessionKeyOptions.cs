namespace Bff.Grains.Auth.Storage;

/// <summary>
/// The keys that seal sessions in storage. Section <c>Auth:Keys</c>. To change the key: add the new one to every silo, then make it
/// active everywhere, and remove the old one when no session sealed with it can be left (absolute lifetime of a session).
/// </summary>
internal sealed class SessionKeyOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Auth:Keys";

    /// <summary>Bytes of a key (AES-256).</summary>
    public const int KeyBytes = 32;

    private const int MaxIdLength = 32;

    /// <summary>Id of the key that new seals are made with. Required; no default.</summary>
    public string Active { get; set; } = "";

    /// <summary>All keys by id, each 32 random bytes in base64. Required; no default. Setting <c>Auth:Keys:Ring:ID</c>.</summary>
    public Dictionary<string, string> Ring { get; } = new(StringComparer.Ordinal);

    /// <summary>Every setting that cannot work, without showing any of it.</summary>
    public IEnumerable<string> Failures()
    {
        if (Ring.Count == 0)
        {
            yield return $"{Section}:Ring holds no key: set {Section}:Ring:ID to {KeyBytes} random bytes in base64 (openssl rand -base64 {KeyBytes}).";
        }

        if (!Ring.ContainsKey(Active))
        {
            yield return $"{Section}:Active must be the id of a key in {Section}:Ring.";
        }

        foreach (var (id, key) in Ring)
        {
            if (id.Length > MaxIdLength || !id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_'))
            {
                yield return $"{Section}:Ring: an id must be at most {MaxIdLength} letters, digits, - or _.";
            }

            var bytes = new byte[KeyBytes + 1];
            if (!Convert.TryFromBase64String(key, bytes, out var length) || length != KeyBytes)
            {
                yield return $"{Section}:Ring:{id} must be {KeyBytes} bytes in base64.";
            }
        }
    }

    /// <summary>Names the keys, never shows them.</summary>
    public override string ToString() => $"active {Active}, ring [{string.Join(", ", Ring.Keys)}]";
}
