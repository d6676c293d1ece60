namespace Bff.Sandbox.Auth;

/// <summary>A customer account. Points and stamps change as gifts are redeemed.</summary>
internal sealed class Member
{
    public required string Uuid { get; init; }

    /// <summary>Number of the record within the tenant.</summary>
    public required int Number { get; init; }

    public required string Name { get; init; }

    public string? LastName { get; init; }

    public string? Phone { get; init; }

    public string? Email { get; init; }

    /// <summary>Id of the tier; null without one.</summary>
    public string? TierId { get; set; }

    public decimal Points { get; set; }

    public int Stamps { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public string FullName => LastName is null ? Name : $"{Name} {LastName}";

    public bool HasContact(string? phone, string? email) => phone is not null && email is not null
        && Phone == phone && string.Equals(Email, email, StringComparison.OrdinalIgnoreCase);
}
