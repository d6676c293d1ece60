using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Bff.Sandbox.Tenants;

namespace Bff.Sandbox.Auth;

/// <summary>
/// The one-time codes of a tenant: the newest per phone or e-mail address counts, for a while, for a few wrong tries, and once.
/// Codes follow from tenant, identifier and number, so that runs repeat.
/// </summary>
internal sealed class OtpBook(Tenant tenant)
{
    private readonly Dictionary<string, Otp> _codes = new(StringComparer.OrdinalIgnoreCase);
    private int _sent;

    public static OtpBook Create(Tenant tenant) => new(tenant);

    public void Send(string to)
    {
        var seed = string.Create(CultureInfo.InvariantCulture, $"{tenant.Id}|{to}|{++_sent}");
        var number = BitConverter.ToUInt32(SHA256.HashData(Encoding.UTF8.GetBytes(seed))) % 1_000_000;
        var ends = tenant.World.Clock.GetUtcNow().AddSeconds(tenant.World.Options.OtpLifetimeSeconds);
        _codes[to] = new Otp(number.ToString("d6", CultureInfo.InvariantCulture), ends);
    }

    /// <summary>The code last sent, spent or not; for the admin.</summary>
    public string? Peek(string to) => _codes.GetValueOrDefault(to)?.Code;

    /// <summary>Whether the code counts now. A wrong one uses up a try.</summary>
    public bool Matches(string to, string code)
    {
        if (_codes.GetValueOrDefault(to) is not { } otp || !otp.Counts(tenant.World))
        {
            return false;
        }

        otp.Tries += otp.Code == code ? 0 : 1;
        return otp.Code == code;
    }

    public void Spend(string to) => _codes[to].Spent = true;

    private sealed class Otp(string code, DateTimeOffset ends)
    {
        public string Code { get; } = code;

        public int Tries { get; set; }

        public bool Spent { get; set; }

        public bool Counts(SandboxWorld world) =>
            !Spent && Tries < world.Options.OtpMaxAttempts && ends > world.Clock.GetUtcNow();
    }
}
