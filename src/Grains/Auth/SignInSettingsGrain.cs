using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Grains.Caching;
using Bff.Upstream.Auth;
using Bff.Upstream.Operations;

namespace Bff.Grains.Auth;

/// <inheritdoc cref="ISignInSettingsGrain"/>
[GrainType("sign-in-settings")]
internal sealed class SignInSettingsGrain(IGrainContext context, OwnerCaches caches, IAuthApi v6) : Grain, ISignInSettingsGrain
{
    private readonly TenantId _tenant = TenantId.Parse(context.GrainId.Key.ToString()!);
    private readonly OwnerCache _cache = caches.For(TenantId.Parse(context.GrainId.Key.ToString()!));

    public Task<Answer<LoginChannel>> GetLoginChannelAsync() => _cache.GetAsync(
        V6Operations.GetLoginChannel,
        CacheKey.List(CacheAreas.LoginChannel),
        async cancellation => (await v6.GetLoginChannelAsync(_tenant, cancellation)).Select(channel => new LoginChannel(channel.Channel)));

    public Task<Answer<RegistrationForm>> GetRegistrationFormAsync() => _cache.GetAsync(
        V6Operations.GetRegistrationForm,
        CacheKey.List(CacheAreas.RegistrationForm),
        async cancellation => (await v6.GetRegistrationFormAsync(_tenant, cancellation)).Select(ToForm));

    private static RegistrationForm ToForm(V6RegistrationForm form) => new(
        [.. form.Fields.Select(field => new FormField(field.Key, field.Label, field.Type, field.Required, field.Enabled, field.Order, field.CheckboxLabel))],
        form.DefaultCountryCode,
        form.CountryCode,
        form.CountryPhonePrefix);
}
