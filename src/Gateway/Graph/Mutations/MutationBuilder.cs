using Bff.Contracts.Answers;
using Bff.Contracts.Mutations;
using Bff.Gateway.Changes;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Graph.Planning;
using GraphQL;
using GraphQL.Types;

namespace Bff.Gateway.Graph.Mutations;

/// <summary>
/// Declares one mutation: <c>name(input: NameInput!): NamePayload!</c>, where the payload has the result and
/// <c>errors: [NameError!]!</c>. The types are made here, so a mutation needs no classes beside its input record.
/// </summary>
/// <typeparam name="TInput">Record with one member for each input field.</typeparam>
/// <typeparam name="TResult">What the mutation gives when it happened.</typeparam>
internal sealed class MutationBuilder<TInput, TResult>
    where TInput : class, IMutationInput
    where TResult : class
{
    private readonly ObjectGraphType root;
    private readonly string name;
    private readonly string description;
    private readonly string typePrefix;
    private readonly InputObjectGraphType<TInput> input;
    private readonly ObjectGraphType<MutationResult<TResult>> payload;
    private readonly UnionGraphType errors;
    private Func<TInput, OutcomeClue?>? clueOf;
    private bool isRecognised;

    internal MutationBuilder(ObjectGraphType root, string name, string description)
    {
        (this.root, this.name, this.description) = (root, name, description);
        typePrefix = char.ToUpperInvariant(name[0]) + name[1..];
        input = new InputObjectGraphType<TInput> { Name = typePrefix + "Input", Description = $"What {name} is asked to do." };
        payload = new ObjectGraphType<MutationResult<TResult>> { Name = typePrefix + "Payload", Description = $"What became of {name}." };
        errors = new UnionGraphType { Name = typePrefix + "Error", Description = $"Why {name} did not happen, or may not have happened." };
        Error<ValidationErrorType>().Error<NotFoundErrorType>().Error<NotAllowedErrorType>().Error<ConflictErrorType>().Error<RateLimitedErrorType>()
            .Error<PromotionExpiredErrorType>().Error<TenantUnknownErrorType>().Error<RefusedErrorType>().Error<UnknownOutcomeErrorType>();
    }

    /// <summary>Declares the input fields, each with its description. <c>idempotencyKey</c> is added by itself.</summary>
    public MutationBuilder<TInput, TResult> Input(Action<InputObjectGraphType<TInput>> fields)
    {
        fields(input);
        return this;
    }

    /// <summary>Adds a field of the payload; null when the mutation did not happen.</summary>
    public MutationBuilder<TInput, TResult> Result<TType>(string field, string fieldDescription, Func<TResult, object?> read)
        where TType : IGraphType
    {
        payload.Field<TType>(field)
            .Description(fieldDescription)
            .Resolve(context => context.Source.Value is { } value ? read(value) : null);
        return this;
    }

    /// <summary>Adds a kind of error that only some mutations have.</summary>
    public MutationBuilder<TInput, TResult> Error<TErrorType>()
        where TErrorType : IObjectGraphType
    {
        errors.Type<TErrorType>();
        return this;
    }

    /// <summary>By what its outcome can be found in v6 when the reply is lost; null when this input leaves no trace there.</summary>
    public MutationBuilder<TInput, TResult> FoundBy(Func<TInput, OutcomeClue?> clue)
    {
        clueOf = clue;
        return this;
    }

    /// <summary>v6 recognises the attempt by its own key (notes V24): a caller that asks again after an unknown outcome is let through.</summary>
    public MutationBuilder<TInput, TResult> RecognisedByV6()
    {
        isRecognised = true;
        return this;
    }

    /// <summary>Ends the declaration: how the mutation is done. The key is well formed and the caller's own when it gets here.</summary>
    public void Resolve(Func<TInput, GraphContext, ValueTask<MutationResult<TResult>>> run) => Resolve((given, request, _) => run(given, request));

    /// <summary>As <see cref="Resolve(Func{TInput, GraphContext, ValueTask{MutationResult{TResult}}})"/>, told by which name its receipt knows the try.</summary>
    public void Resolve(Func<TInput, GraphContext, Guid, ValueTask<MutationResult<TResult>>> run)
    {
        var hasKey = typeof(IIdempotentInput).IsAssignableFrom(typeof(TInput));
        if (hasKey)
        {
            input.Field<StringGraphType>("idempotencyKey").Description(IdempotencyKeys.Description);
            Error<IdempotencyMismatchErrorType>();
        }

        payload.Field<NonNullGraphType<ListGraphType<NonNullGraphType<StringGraphType>>>>("errors")
            .Description("Why it did not happen; empty when it happened.")
            .Type(new NonNullGraphType(new ListGraphType(new NonNullGraphType(errors))))
            .Resolve(context => context.Source.Errors.IsDefault ? [] : context.Source.Errors.AsEnumerable());

        var receipted = new ReceiptedRun<TInput, TResult>(name, clueOf, isRecognised, run);
        root.Field(name, new NonNullGraphType(payload))
            .Description(description)
            .Arguments(new QueryArgument(InputArgumentType()) { Name = "input", Description = "What to do." })
            .Costs(OperationCost.MutationWeight)
            .ResolveAsync(async context => await RunAsync(context, receipted.RunAsync));
    }

    // SCHEMA.md of clients: an input without a required field is itself optional.
    private IGraphType InputArgumentType() =>
        input.Fields.Any(field => IsRequired(field)) ? new NonNullGraphType(input) : input;

    private static bool IsRequired(FieldType field) =>
        field.DefaultValue is null
        && (field.ResolvedType is NonNullGraphType
            || (field.Type is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(NonNullGraphType<>)));

    private async ValueTask<object?> RunAsync(IResolveFieldContext context, Func<TInput, GraphContext, ValueTask<MutationResult<TResult>>> run)
    {
        var given = context.GetArgument<TInput?>("input") ?? (TInput)input.ParseDictionary(new Dictionary<string, object?>());
        if (given is IIdempotentInput { IdempotencyKey: { } key } && !IdempotencyKeys.IsValid(key))
        {
            return MutationResult<TResult>.Failed(new ValidationError("idempotencyKey", IdempotencyKeys.Rule));
        }

        var request = context.Request();
        var fences = request.Services.GetRequiredService<FenceGate>();
        try
        {
            var result = await run(given, request);
            request.Tally?.Changed(!result.Changed.IsEmpty, result.Errors.IsDefault ? [] : result.Errors);
            await fences.GrowAsync(request, result.Changed);
            if (result.Changed.IsEmpty && result.Errors.OfType<UnknownOutcomeError>().Any())
            {
                await fences.GrowByAnythingAsync(request);
            }

            return result;
        }
        catch
        {
            // Nobody is left to say what it changed before it broke.
            await fences.GrowByAnythingAsync(request);
            throw;
        }
    }
}
