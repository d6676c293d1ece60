using Bff.Sandbox.Operations;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Surveys;

/// <summary>Surveys by slug and by invitation, and the contact form.</summary>
internal static class SurveyOperations
{
    private static readonly BodyShape Response = new(
        new Field("answers", FieldKind.Object) { Required = true },
        new Field("customerId"),
        new Field("metadata", FieldKind.Object));

    private static readonly BodyShape Contact = new(
        new Field("name") { Required = true },
        new Field("email", FieldKind.Email),
        new Field("phone"),
        new Field("message") { Required = true });

    public static readonly Operation[] All =
    [
        Operation.Get("getSurveyBySlug", "/surveys/{slug}", Access.Optional, SurveyReads.BySlug) with { Keep = Keep.Tenant },
        Operation.Get("getSurveyByToken", "/surveys/token/{token}", Access.Magic, SurveyReads.ByToken) with { FindTenant = OfToken },
        Operation.Post("submitSurveyResponse", "/surveys/{id}/responses", Access.Optional, SubmitSurvey.ById) with { Body = Response },
        Operation.Post("submitSurveyResponseByToken", "/surveys/token/{token}/responses", Access.Magic, SubmitSurvey.ByToken) with
        {
            Body = Response, FindTenant = OfToken,
        },
        Operation.Post("submitContact", "/contact", Access.Public, SubmitContact.Handle) with { Body = Contact },
    ];

    private static Tenant? OfToken(TenantSearch search) => SurveyBook.TenantOf(search.World, search.PathValues[0]);
}
