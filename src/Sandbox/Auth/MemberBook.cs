using System.Globalization;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Auth;

/// <summary>The members of one tenant. Three exist from the start; their phones and e-mail addresses are in the sample data.</summary>
internal sealed class MemberBook
{
    private readonly List<Member> _members = [];

    public IReadOnlyList<Member> All => _members;

    public static MemberBook Create(Tenant tenant)
    {
        var book = new MemberBook();
        foreach (var seed in tenant.Data.Part(MemberSeeds.Load).Members)
        {
            var joined = tenant.World.Clock.GetUtcNow().AddDays(-seed.JoinedDaysAgo);
            var member = book.Add(seed.Name, seed.LastName, seed.Phone, seed.Email, joined);
            (member.TierId, member.Points, member.Stamps) = (seed.TierId, seed.Points, seed.Stamps);
        }

        return book;
    }

    public Member? Find(string uuid) => _members.Find(m => m.Uuid == uuid);

    /// <summary>The member with this phone, else with this e-mail address.</summary>
    public Member? FindByContact(string? phone, string? email) =>
        _members.Find(m => phone is not null && m.Phone == phone)
        ?? _members.Find(m => email is not null && string.Equals(m.Email, email, StringComparison.OrdinalIgnoreCase));

    public Member Add(string name, string? lastName, string? phone, string? email, DateTimeOffset createdAt)
    {
        var number = _members.Count + 1;
        var member = new Member
        {
            // Stable over restarts, and a UUID as the live service's are.
            Uuid = string.Create(CultureInfo.InvariantCulture, $"00000000-0000-4000-8000-{number:d12}"),
            Number = number,
            Name = name,
            LastName = lastName,
            Phone = phone,
            Email = email,
            CreatedAt = createdAt,
        };
        _members.Add(member);
        return member;
    }
}
