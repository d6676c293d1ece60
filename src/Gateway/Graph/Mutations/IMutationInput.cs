namespace Bff.Gateway.Graph.Mutations;

/// <summary>The record behind a mutation's input type: one member for each field, by the same name.</summary>
internal interface IMutationInput;

/// <summary>The input of a mutation that can be asked about afterwards: all but the five of signing in and out.</summary>
internal interface IIdempotentInput : IMutationInput
{
    /// <summary>The caller's key for this attempt; null when it gave none.</summary>
    string? IdempotencyKey { get; }
}
