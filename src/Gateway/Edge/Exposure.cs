namespace Bff.Gateway.Edge;

/// <summary>Who is shown something that is for those who build and run this.</summary>
internal enum Exposure
{
    /// <summary>Nobody.</summary>
    Off,

    /// <summary>Who sends the operator key (<c>Operator:Key</c>, Basic authentication); nobody where there is none.</summary>
    Operators,

    /// <summary>Everybody.</summary>
    On,
}

internal static class Exposures
{
    /// <summary>What holds when nothing is set: everybody in Development, operators elsewhere.</summary>
    public static Exposure OrDefault(this Exposure? setting, IHostEnvironment environment) =>
        setting ?? (environment.IsDevelopment() ? Exposure.On : Exposure.Operators);

    /// <summary>The request may see it.</summary>
    public static bool Covers(this Exposure exposure, HttpContext http) =>
        exposure is Exposure.On || (exposure is Exposure.Operators && OperatorMark.IsOn(http));
}
