namespace Bff.Contracts.Answers;

/// <summary>An amount in major units (12.50 is twelve and a half).</summary>
/// <param name="Amount">Exact amount; never a binary floating point number on its way here.</param>
/// <param name="Currency">ISO 4217 code.</param>
[GenerateSerializer, Immutable, Alias("bff.money")]
public sealed record Money([property: Id(0)] decimal Amount, [property: Id(1)] string Currency);
