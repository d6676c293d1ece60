using Bff.Contracts.Answers;
using Bff.Contracts.Auth;
using Bff.Contracts.Keys;
using Orleans.Concurrency;

namespace Bff.Contracts.Surveys;

/// <summary>One activation is the surveys of a tenant as one customer sees them: members' own ones too. Key: <see cref="CustomerKey"/>.</summary>
[GrainInterfaceType("customer-surveys")]
public interface ICustomerSurveysGrain : IGrainWithStringKey
{
    /// <summary>A survey; absent when there is none for this customer. Source: v6 getSurveyBySlug, asked with the customer's token.</summary>
    [AlwaysInterleave, Alias("survey")]
    Task<Answer<Survey>> GetSurveyAsync(CustomerSurveyRequest request);

    /// <summary>Forgets what was kept: the customer has signed out, or has answered.</summary>
    [AlwaysInterleave, Alias("drop")]
    Task DropAsync();
}

/// <summary>Asks for a survey as a customer.</summary>
/// <param name="Caller">The customer of the grain.</param>
/// <param name="Survey">Which survey.</param>
[GenerateSerializer, Immutable, Alias("bff.customer-survey-request")]
public sealed record CustomerSurveyRequest([property: Id(0)] Caller Caller, [property: Id(1)] Slug Survey);
