using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Contracts.Surveys;
using Bff.Contracts.Tenancy;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Graph.Scalars;
using GraphQL;
using GraphQL.Types;

namespace Bff.Gateway.Surveys;

internal static class StorefrontQueries
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromMinutes(1);

    public static void AddStorefrontQueries(this ObjectGraphType query) =>
        query.Field<StorefrontType, StorefrontView>("storefront")
            .Description("The storefront under a host name, or the caller's own; null when there is none. Source: v6 resolveStorefrontDomain.")
            .Argument<StringGraphType>("domain", "Host name without port; the caller's own when left out.")
            .PublicFor(MaxAge)
            .ByStorefront()
            .Reads(CacheAreas.Storefronts)
            .Answers(AskAsync);

    private static async ValueTask<Answer<StorefrontView>> AskAsync(IResolveFieldContext<object?> context)
    {
        var request = context.Request();
        if (DomainOf(context, request) is not { } domain)
        {
            return new Answer<StorefrontView>(null, null, default, DateTimeOffset.MaxValue, 0, false);
        }

        var answer = await request.Grains.GetGrain<IStorefrontGrain>(domain.Value).GetAsync();
        if (!answer.IsFound)
        {
            return answer.Select<StorefrontView>(_ => null);
        }

        var settings = await request.Grains.GetGrain<ITenantSettingsGrain>(answer.Value.Tenant.Value).GetAsync();
        return answer.Select(storefront => new StorefrontView(storefront, settings));
    }

    private static StorefrontDomain? DomainOf(IResolveFieldContext context, GraphContext request) =>
        context.GetArgument<string?>("domain") is not { } text ? request.Storefront
        : StorefrontDomain.TryParse(text, out var domain) ? domain
        : throw new BadInputError("domain", "is not a host name of a storefront.");
}

/// <summary>A storefront and what our own configuration says of its tenant.</summary>
internal sealed record StorefrontView(Storefront Storefront, TenantSettings Settings);

internal sealed class StorefrontType : ObjectGraphType<StorefrontView>
{
    public StorefrontType()
    {
        Name = "Storefront";
        Description = "A registered storefront. Source: v6 resolveStorefrontDomain.";
        Field<NonNullGraphType<StringGraphType>>("domain").Description("Its host name.").Resolve(c => c.Source.Storefront.Domain.Value);
        Field<NonNullGraphType<IdGraphType>>("companyId").Description("The tenant behind it: the value for X-Company-Id.").Resolve(c => c.Source.Storefront.Tenant.Value);
        Field<NonNullGraphType<TimeZoneScalar>>("timeZone").Description("The company's time zone. Source: settings of this endpoint.").Resolve(c => c.Source.Settings.TimeZone);
        Field<NonNullGraphType<CurrencyCodeScalar>>("currency").Description("Currency of prices that come without one. Source: settings of this endpoint.").Resolve(c => c.Source.Settings.Currency);
    }
}
