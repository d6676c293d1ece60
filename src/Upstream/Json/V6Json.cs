using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;

namespace Bff.Upstream.Json;

/// <summary>
/// One JSON value of v6, read without ever throwing: what is missing, null or of another kind reads as null. Several names mean that
/// v6 and its clients use several for the same thing (notes §2); the first that is there counts.
/// </summary>
internal readonly struct V6Json(JsonElement element)
{
    /// <summary>The value as it is.</summary>
    public JsonElement Element => element;

    /// <summary>The value is an object.</summary>
    public bool IsObject => element.ValueKind == JsonValueKind.Object;

    /// <summary>The value is an array.</summary>
    public bool IsArray => element.ValueKind == JsonValueKind.Array;

    /// <summary>The named member; a value of kind <see cref="JsonValueKind.Undefined"/> when there is none or it is null.</summary>
    public V6Json Get(params ReadOnlySpan<string> names)
    {
        if (IsObject)
        {
            foreach (var name in names)
            {
                if (TryGet(name, out var member) && member.ValueKind != JsonValueKind.Null)
                {
                    return new V6Json(member);
                }
            }
        }

        return default;
    }

    /// <summary>The member is there and is not null.</summary>
    public bool Has(string name) => Get(name).Element.ValueKind != JsonValueKind.Undefined;

    /// <summary>The member is there, be it null.</summary>
    public bool Mentions(string name) => IsObject && TryGet(name, out _);

    /// <summary>Text, or a number or truth value as it is written.</summary>
    public string? Text(params ReadOnlySpan<string> names) => Get(names).AsText();

    /// <summary>Text that names something: never empty.</summary>
    public string? Key(params ReadOnlySpan<string> names) => Text(names) is { Length: > 0 } key ? key : null;

    /// <summary>A whole number, written as a number or as text.</summary>
    public int? Int(params ReadOnlySpan<string> names) =>
        Decimal(names) is >= int.MinValue and <= int.MaxValue and { } number && number == decimal.Truncate(number) ? (int)number : null;

    /// <summary>An exact number, written as a number or as text with a point; never through binary floating point.</summary>
    public decimal? Decimal(params ReadOnlySpan<string> names) => Get(names).AsDecimal();

    /// <summary>A truth value, written as such, as text or as 0 and 1.</summary>
    public bool? Flag(params ReadOnlySpan<string> names) => Text(names) switch
    {
        "true" or "True" or "1" => true,
        "false" or "False" or "0" => false,
        _ => null,
    };

    /// <summary>An instant. ISO-8601 without offset counts as UTC, a bare day as its first moment.</summary>
    public DateTimeOffset? Moment(params ReadOnlySpan<string> names) =>
        Text(names) is { } text && StartsWithDay(text)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    /// <summary>A calendar day; of a date-time its day as written, without any shift.</summary>
    public DateOnly? Day(params ReadOnlySpan<string> names) =>
        Text(names) is { } text && StartsWithDay(text)
        && DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>A time of day or an instant (notes V5).</summary>
    public V6Time? Time(params ReadOnlySpan<string> names) => V6Time.TryParse(Text(names), out var time) ? time : null;

    /// <summary>A copy that outlives the answer, of whatever kind it is; null when it is missing.</summary>
    public JsonElement? Raw(string name) => Get(name).Element is { ValueKind: not JsonValueKind.Undefined } member ? member.Clone() : null;

    /// <summary>A list of texts; empty when it is missing.</summary>
    public ImmutableArray<string> Texts(string name) =>
        Get(name) is { IsArray: true } member
            ? [.. member.Element.EnumerateArray().Select(row => new V6Json(row).AsText()).OfType<string>()]
            : [];

    /// <summary>A nested thing; null when it is missing or unusable.</summary>
    public T? One<T>(string name, Func<V6Json, T?> read)
        where T : class =>
        Get(name) is { IsObject: true } member ? read(member) : null;

    /// <summary>A nested list; empty when it is missing, without the rows that are unusable.</summary>
    public ImmutableArray<T> Many<T>(string name, Func<V6Json, T?> read)
        where T : class =>
        Get(name) is { IsArray: true } member ? member.Rows(read) : [];

    /// <summary>The rows of an array that are usable.</summary>
    public ImmutableArray<T> Rows<T>(Func<V6Json, T?> read)
        where T : class
    {
        var rows = ImmutableArray.CreateBuilder<T>(element.GetArrayLength());
        foreach (var row in element.EnumerateArray())
        {
            if (read(new V6Json(row)) is { } value)
            {
                rows.Add(value);
            }
        }

        return rows.DrainToImmutable();
    }

    /// <summary>The names of the members that can be read.</summary>
    public IEnumerable<string> Names() =>
        IsObject ? element.EnumerateObject().Select(member => Safely(() => member.Name)).OfType<string>() : [];

    /// <summary>This value as text; see <see cref="Text"/>.</summary>
    public string? AsText()
    {
        var value = element;
        return value.ValueKind switch
        {
            JsonValueKind.String => Safely(value.GetString),
            JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => value.GetRawText(),
            _ => null,
        };
    }

    private bool TryGet(string name, out JsonElement member)
    {
        try
        {
            return element.TryGetProperty(name, out member);
        }
        catch (InvalidOperationException)
        {
            // As in Safely, but in the name of a neighbour.
            member = default;
            return false;
        }
    }

    // Half a surrogate pair or broken UTF-8 within a string: the document parses, this one text does not.
    private static string? Safely(Func<string?> text)
    {
        try
        {
            return text();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private decimal? AsDecimal() => element.ValueKind switch
    {
        JsonValueKind.Number => element.TryGetDecimal(out var number) ? number : null,
        JsonValueKind.String => decimal.TryParse(AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null,
        _ => null,
    };

    private static bool StartsWithDay(string text) =>
        text.Length >= 10 && char.IsAsciiDigit(text[0]) && text[4] == '-' && text[7] == '-';
}
