using Bff.Caching;
using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Contracts.Keys;
using Bff.Contracts.Surveys;
using Bff.Gateway.Auth;
using Bff.Gateway.Changes;
using Bff.Gateway.Graph;
using GraphQL;
using GraphQL.Types;

namespace Bff.Gateway.Surveys;

/// <summary>Surveys, and what is behind a personal link.</summary>
internal static class SurveyQueries
{
    private static readonly TimeSpan MaxAge = TimeSpan.FromSeconds(10);

    public static void AddSurveyQueries(this ObjectGraphType query)
    {
        query.Field<SurveyType, Survey>("survey")
            .Description("A survey; with a session, members' own ones too, which are FORBIDDEN without one. Null when there is none. Source: v6 getSurveyBySlug.")
            .Argument<NonNullGraphType<StringGraphType>>("slug", "Part of the survey's URL.")
            .PublicWhenAnonymousFor(MaxAge)
            .Reads(CacheAreas.Surveys, CacheAreas.CustomerSurveys)
            .Answers(c => SurveyAsync(c.Request(), c.GetSlug("slug")));
        query.Field<SurveyViewType, SurveyView>("surveyInvitation")
            .Description("The survey behind a personal link, asked anew each time; null when the link opens nothing. Source: v6 getSurveyByToken.")
            .Argument<NonNullGraphType<StringGraphType>>("token", "Secret part of the link: send it as a variable of a POST.")
            .Private()
            .Answers(c => InvitationAsync(c));
    }

    public static ISurveyCatalogGrain SurveyCatalog(this GraphContext request) => request.Grains.GetGrain<ISurveyCatalogGrain>(request.Tenant.Value);

    private static async ValueTask<Answer<Survey>> SurveyAsync(GraphContext request, Slug slug)
    {
        var caller = await request.CallerAsync();
        return await (caller.Customer is { } customer
            ? new ValueTask<Answer<Survey>>(request.Grains.GetGrain<ICustomerSurveysGrain>(customer.Key.ToString()).GetSurveyAsync(new CustomerSurveyRequest(caller, slug)))
            : request.NearAsync(CacheKey.One(CacheAreas.Surveys, slug), slug, static (ISurveyCatalogGrain owner, Slug slug) => owner.GetSurveyAsync(slug)));
    }

    // A link that is not even written like one opens nothing; to say more about it would help nobody but who guesses.
    private static async ValueTask<Answer<SurveyView>> InvitationAsync(IResolveFieldContext context) =>
        InvitationToken.TryParse(context.GetArgument<string>("token"), out var token)
            ? await context.Request().SurveyCatalog().GetInvitationAsync(token)
            : new Answer<SurveyView>(null, null, default, DateTimeOffset.MaxValue, 0, false);
}
