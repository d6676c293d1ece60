using System.Collections.Immutable;
using Bff.Upstream.Json;

namespace Bff.Upstream.Auth;

/// <summary>How customers sign in. Source: v6 LoginChannel.</summary>
/// <param name="Channel"><c>whatsapp</c>, <c>sms</c> or <c>email</c>, lower case; open set.</param>
internal sealed record V6LoginChannel(string Channel)
{
    /// <summary>Reads the channel.</summary>
    public static V6LoginChannel? Read(V6Json json) => json.Key("channel") is { } channel ? new(channel.ToLowerInvariant()) : null;
}

/// <summary>The tenant's sign-up form. Source: v6 RegistrationForm.</summary>
internal sealed record V6RegistrationForm(
    ImmutableArray<V6FormField> Fields, string? DefaultCountryCode, string? CountryCode, string? CountryPhonePrefix)
{
    /// <summary>Reads a form: its fields in display order, those that are not shown too.</summary>
    public static V6RegistrationForm? Read(V6Json json) => !json.Get("fields").IsArray ? null : new(
        [.. json.Many("fields", V6FormField.Read).OrderBy(field => field.Order)],
        json.Key("defaultCountryCode"),
        json.Key("countryCode"),
        json.Key("countryPhonePrefix"));
}

/// <summary>An input of a form. Source: v6 FormField.</summary>
internal sealed record V6FormField(string Key, string Label, string Type, bool Required, bool Enabled, int Order, string? CheckboxLabel)
{
    /// <summary>Reads an input; without its key it is unusable.</summary>
    public static V6FormField? Read(V6Json json) => json.Key("key") is not { } key ? null : new(
        key,
        json.Text("label") ?? "",
        json.Text("type") ?? "text",
        json.Flag("required") ?? false,
        json.Flag("enabled") ?? true,
        json.Int("order") ?? 0,
        json.Text("checkboxLabel"));
}
