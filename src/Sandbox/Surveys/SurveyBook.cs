using System.Globalization;
using Bff.Sandbox.Auth;
using Bff.Sandbox.Tenants;
using NodaTime;

namespace Bff.Sandbox.Surveys;

/// <summary>The surveys and invitations of one tenant.</summary>
internal sealed class SurveyBook
{
    private readonly Dictionary<string, Invitation> _byToken = new(StringComparer.Ordinal);
    private int _responses;

    private SurveyBook(IReadOnlyList<Survey> surveys) => Surveys = surveys;

    public IReadOnlyList<Survey> Surveys { get; }

    public IReadOnlyCollection<Invitation> Invitations => _byToken.Values;

    public static SurveyBook Create(Tenant tenant)
    {
        var seeds = tenant.Data.Part(data => data.Read<SurveySeeds>("Surveys"));
        var now = Instant.FromDateTimeOffset(tenant.World.Clock.GetUtcNow());
        var book = new SurveyBook([.. seeds.Surveys.Select((seed, i) => new Survey(seed, i + 1, now))]);
        foreach (var seed in seeds.Invitations.SelectMany(seed => Enumerable.Repeat(seed, seed.Count)))
        {
            book.Invite(tenant, seed, now);
        }

        return book;
    }

    /// <summary>The tenant whose id an invitation's token begins with; null for a token that no tenant made.</summary>
    public static Tenant? TenantOf(SandboxWorld world, string token) =>
        token.LastIndexOf('.') is > 0 and var end ? world.Tenants.Find(token[..end]) : null;

    public Survey? FindBySlug(string slug) => Surveys.FirstOrDefault(s => s.Seed.Slug == slug);

    public Survey? Find(string id) => Surveys.FirstOrDefault(s => s.Id == id);

    public Invitation? FindByToken(string token) => _byToken.GetValueOrDefault(token);

    public string NextResponseId() => string.Create(CultureInfo.InvariantCulture, $"rsp-{++_responses:d6}");

    private void Invite(Tenant tenant, InvitationSeed seed, Instant now)
    {
        var number = _byToken.Count + 1;
        var survey = FindBySlug(seed.Survey) ?? throw new InvalidOperationException($"No survey '{seed.Survey}' to invite to.");
        var invitation = new Invitation(
            string.Create(CultureInfo.InvariantCulture, $"inv-{number:d3}"),
            $"{tenant.Id}.{OpaqueId.Of(tenant, "inv", number)}",
            survey,
            seed.Member is { } member ? tenant.Part(MemberBook.Create).All[member - 1].Uuid : null,
            seed.Member is null ? string.Create(CultureInfo.InvariantCulture, $"contact-{number:d3}") : null,
            seed.ExpiresInDays is { } days ? now + Duration.FromDays(days) : null);
        if (seed.Spent)
        {
            var by = new Respondent(invitation.MemberUuid, null, invitation.Id);
            invitation.Response = survey.Add(NextResponseId(), by, [], null, now - Duration.FromDays(1));
        }

        _byToken.Add(invitation.Token, invitation);
    }
}
