using System.Globalization;
using System.Net.Mail;
using System.Text.Json;
using System.Text.Json.Nodes;
using NodaTime.Text;

namespace Bff.Sandbox.Operations;

/// <summary>Kinds of body values the contract has.</summary>
internal enum FieldKind
{
    Text,

    /// <summary>RFC 3339 with an offset.</summary>
    Moment,
    Email,
    Uri,
    Integer,

    /// <summary>An id that is a number here; numeric text is taken too.</summary>
    NumericId,
    Object,
    List,
}

/// <summary>One field of a body.</summary>
internal sealed record Field(string Name, FieldKind Kind = FieldKind.Text)
{
    public bool Required { get; init; }

    public int Minimum { get; init; } = int.MinValue;

    /// <summary>Shape of the object, or of each entry of the list.</summary>
    public BodyShape? Shape { get; init; }

    public IEnumerable<FieldError> Check(JsonObject body, string path)
    {
        var name = path + Name;
        if (!body.TryGetPropertyValue(Name, out var value))
        {
            return Required ? [FieldError.Missing(name)] : [];
        }

        return Kind switch
        {
            FieldKind.Object => CheckObject(value, name),
            FieldKind.List => CheckList(value, name),
            _ => CheckValue(value, name) is { } error ? [error] : [],
        };
    }

    private List<FieldError> CheckObject(JsonNode? value, string name) =>
        value is JsonObject inner ? Shape?.Check(inner, name + ".") ?? [] : [FieldError.Malformed(name, "an object")];

    private IEnumerable<FieldError> CheckList(JsonNode? value, string name)
    {
        if (value is not JsonArray list || list.Count < Minimum)
        {
            return [FieldError.Malformed(name, $"a list of at least {Math.Max(0, Minimum)}")];
        }

        return list.SelectMany((entry, i) => CheckObject(entry, $"{name}[{i}]"));
    }

    private FieldError? CheckValue(JsonNode? value, string name) => Kind switch
    {
        FieldKind.Integer => IsInteger(value) ? null : FieldError.Malformed(name, "a whole number" + Least()),
        FieldKind.NumericId => IsInteger(value) || IsNumericText(value) ? null : FieldError.Malformed(name, "a number"),
        _ => TextOf(value) is { } text ? CheckText(text, name) : FieldError.Malformed(name, "text"),
    };

    private FieldError? CheckText(string text, string name)
    {
        if (Required && string.IsNullOrWhiteSpace(text))
        {
            return FieldError.Missing(name);
        }

        return Kind switch
        {
            FieldKind.Moment when !OffsetDateTimePattern.Rfc3339.Parse(text).Success =>
                FieldError.Malformed(name, "a date-time with an offset"),
            FieldKind.Email when !MailAddress.TryCreate(text, out _) => FieldError.Malformed(name, "an e-mail address"),
            FieldKind.Uri when !Uri.TryCreate(text, UriKind.Absolute, out _) => FieldError.Malformed(name, "an absolute URL"),
            _ => null,
        };
    }

    private string Least() => Minimum == int.MinValue ? "" : $", {Minimum} or more";

    private bool IsInteger(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.Number && value.AsValue().TryGetValue<int>(out var number) && number >= Minimum;

    private static bool IsNumericText(JsonNode? value) =>
        TextOf(value) is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static string? TextOf(JsonNode? value) =>
        value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;
}
