using System.Collections.Immutable;
using Bff.Contracts.Answers;
using Orleans.Concurrency;

namespace Bff.Contracts.Auth;

/// <summary>One activation is how the customers of one tenant sign in and up. Key: <see cref="Keys.TenantId"/>.</summary>
[GrainInterfaceType("sign-in-settings")]
public interface ISignInSettingsGrain : IGrainWithStringKey
{
    /// <summary>Where codes go. Source: v6 getLoginChannel.</summary>
    [AlwaysInterleave, Alias("channel")]
    Task<Answer<LoginChannel>> GetLoginChannelAsync();

    /// <summary>What a new member is asked. Source: v6 getRegistrationForm.</summary>
    [AlwaysInterleave, Alias("form")]
    Task<Answer<RegistrationForm>> GetRegistrationFormAsync();
}

/// <summary>Where codes go. Source: v6 LoginChannel.</summary>
/// <param name="Channel">whatsapp, sms or email as v6 writes it; open set.</param>
[GenerateSerializer, Immutable, Alias("bff.login-channel")]
public sealed record LoginChannel([property: Id(0)] string Channel);

/// <summary>What a new member is asked. Source: v6 RegistrationForm.</summary>
/// <param name="Fields">Inputs in display order, those that are not shown too.</param>
/// <param name="DefaultCountryCode">Country preselected in the phone input.</param>
/// <param name="CountryCode">Country of the company, ISO 3166-1 alpha-2.</param>
/// <param name="CountryPhonePrefix">International dialling prefix.</param>
[GenerateSerializer, Immutable, Alias("bff.registration-form")]
public sealed record RegistrationForm(
    [property: Id(0)] ImmutableArray<FormField> Fields,
    [property: Id(1)] string? DefaultCountryCode,
    [property: Id(2)] string? CountryCode,
    [property: Id(3)] string? CountryPhonePrefix);

/// <summary>An input of a form. Source: v6 FormField.</summary>
/// <param name="Key">Name of the value.</param>
/// <param name="Label">Text beside the input.</param>
/// <param name="Type">Kind of input as v6 writes it; open set.</param>
/// <param name="Required">It must be filled in.</param>
/// <param name="Enabled">It is shown.</param>
/// <param name="Order">Place in the form.</param>
/// <param name="CheckboxLabel">Text beside a checkbox.</param>
[GenerateSerializer, Immutable, Alias("bff.form-field")]
public sealed record FormField(
    [property: Id(0)] string Key,
    [property: Id(1)] string Label,
    [property: Id(2)] string Type,
    [property: Id(3)] bool Required,
    [property: Id(4)] bool Enabled,
    [property: Id(5)] int Order,
    [property: Id(6)] string? CheckboxLabel);
