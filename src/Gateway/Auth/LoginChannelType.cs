using Bff.Contracts.Auth;
using GraphQL.Types;

namespace Bff.Gateway.Auth;

internal sealed class LoginChannelType : ObjectGraphType<LoginChannel>
{
    public LoginChannelType()
    {
        Name = "LoginChannel";
        Description = "How customers of the tenant sign in. Source: v6 getLoginChannel.";
        Field<NonNullGraphType<LoginChannelKindType>>("channel")
            .Description("WHATSAPP and SMS need a phone, EMAIL needs an e-mail address; UNKNOWN for one that this schema does not name, see channelText.")
            .Resolve(c => Enum.TryParse<LoginChannelKind>(c.Source.Channel, ignoreCase: true, out var kind) ? kind : LoginChannelKind.Unknown);
        Field<NonNullGraphType<StringGraphType>>("channelText").Description("Channel as v6 writes it.").Resolve(c => c.Source.Channel);
    }
}

/// <summary>Channels that v6 documents. The set is open: what is new reads as <see cref="Unknown"/>.</summary>
internal enum LoginChannelKind
{
    Unknown,
    WhatsApp,
    Sms,
    Email,
}

internal sealed class LoginChannelKindType : EnumerationGraphType
{
    public LoginChannelKindType()
    {
        Name = "LoginChannelKind";
        Description = "Where one-time codes go.";
        Add("UNKNOWN", LoginChannelKind.Unknown, "One that v6 has added since.");
        Add("WHATSAPP", LoginChannelKind.WhatsApp, "A WhatsApp message to a phone.");
        Add("SMS", LoginChannelKind.Sms, "A text message to a phone.");
        Add("EMAIL", LoginChannelKind.Email, "An e-mail.");
    }
}

internal sealed class RegistrationFormType : ObjectGraphType<RegistrationForm>
{
    public RegistrationFormType()
    {
        Name = "RegistrationForm";
        Description = "What a new member is asked. Source: v6 getRegistrationForm.";
        Field<NonNullGraphType<ListGraphType<NonNullGraphType<FormFieldType>>>>("fields")
            .Description("Inputs in display order; leave out those that are not enabled.")
            .Resolve(c => c.Source.Fields);
        Field<StringGraphType>("defaultCountryCode").Description("Country preselected in the phone input.").Resolve(c => c.Source.DefaultCountryCode);
        Field<StringGraphType>("countryCode").Description("Country of the company, ISO 3166-1 alpha-2.").Resolve(c => c.Source.CountryCode);
        Field<StringGraphType>("countryPhonePrefix").Description("International dialling prefix, such as +852.").Resolve(c => c.Source.CountryPhonePrefix);
    }
}

internal sealed class FormFieldType : ObjectGraphType<FormField>
{
    public FormFieldType()
    {
        Name = "FormField";
        Description = "An input of the sign-up form. Source: v6 FormField.";
        Field<NonNullGraphType<StringGraphType>>("key").Description("Name of the value.").Resolve(c => c.Source.Key);
        Field<NonNullGraphType<StringGraphType>>("label").Description("Text beside the input.").Resolve(c => c.Source.Label);
        Field<NonNullGraphType<StringGraphType>>("type").Description("Kind of input as v6 writes it.").Resolve(c => c.Source.Type);
        Field<NonNullGraphType<BooleanGraphType>>("required").Description("It must be filled in.").Resolve(c => c.Source.Required);
        Field<NonNullGraphType<BooleanGraphType>>("enabled").Description("It is shown.").Resolve(c => c.Source.Enabled);
        Field<NonNullGraphType<IntGraphType>>("order").Description("Place in the form.").Resolve(c => c.Source.Order);
        Field<StringGraphType>("checkboxLabel").Description("Text beside a checkbox.").Resolve(c => c.Source.CheckboxLabel);
    }
}
