namespace Bff.ServiceDefaults;

/// <summary>Which probe a health check answers. They are apart, so that a silent upstream never restarts a healthy pod.</summary>
public static class HealthTags
{
    /// <summary>The process is not stuck; a failure restarts it.</summary>
    public const string Live = "live";

    /// <summary>It may be given work; a failure takes it out of rotation.</summary>
    public const string Ready = "ready";

    /// <summary>It has finished starting.</summary>
    public const string Startup = "startup";
}
