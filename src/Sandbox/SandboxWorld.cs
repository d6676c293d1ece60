using Bff.Sandbox.Auth;
using Bff.Sandbox.Counting;
using Bff.Sandbox.Faults;
using Bff.Sandbox.Http;
using Bff.Sandbox.Quirks;
using Bff.Sandbox.Tenants;
using Bff.Sandbox.Time;

namespace Bff.Sandbox;

/// <summary>Everything one running sandbox knows. Tests in the same process read the truth here; others over the admin endpoints.</summary>
internal sealed class SandboxWorld
{
    public SandboxWorld(SandboxOptions options, TimeProvider host)
    {
        Options = options;
        Clock = new SandboxClock(host);
        Tenants = new TenantDirectory(this);
        Faults = new FaultScript(Clock);
        Tokens = new TokenIssuer(this);
    }

    public SandboxOptions Options { get; }

    public SandboxClock Clock { get; }

    public TenantDirectory Tenants { get; }

    public TokenIssuer Tokens { get; }

    public Counters Counters { get; } = new();

    public FaultScript Faults { get; }

    public QuirkSwitch Quirks { get; } = new();

    public ViolationList Violations { get; } = new();

    public RequestLog Requests { get; } = new();

    /// <summary>Back to the sample data, counters at zero. Faults, quirks and the clock stay as they are.</summary>
    public void Reset()
    {
        Tenants.Reset();
        Tokens.Reset();
        Counters.Reset();
    }
}
