using Bff.Contracts.Answers;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;
using Bff.Gateway.Graph.Mutations;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Bff.Tests.Graph;

public sealed class MutationTests : IAsyncLifetime
{
    private const string Document =
        "mutation($input: RenameInput!) { rename(input: $input) { thing errors { __typename ... on Error { code message } ... on ValidationError { field } ... on ThingGoneError { since } } } }";

    private TestGateway gateway = null!;
    private MutationResult<string> result = MutationResult<string>.Done("renamed");
    private RenameInput? seen;

    public async ValueTask InitializeAsync() => gateway = await TestGateway.StartAsync(roots =>
    {
        roots.Query.Field<StringGraphType>("nothing").Description("Nothing.").Resolve(_ => null);
        roots.Mutation.AddMutation<RenameInput, string>("rename", "Renames a thing.")
            .Input(input =>
            {
                input.Field<NonNullGraphType<IdGraphType>>("id").Description("Which.");
                input.Field<StringGraphType>("name").Description("New name.");
            })
            .Result<StringGraphType>("thing", "The thing.", thing => thing)
            .Error<ThingGoneErrorType>()
            .Resolve((input, _) => ValueTask.FromResult(Run(input)));
        roots.Mutation.AddMutation<ResetInput, string>("reset", "Resets all.")
            .Input(input => input.Field<StringGraphType>("reason").Description("Why."))
            .Result<StringGraphType>("done", "Done.", done => done)
            .Resolve((input, _) => ValueTask.FromResult(MutationResult<string>.Done(input.Reason ?? "no reason")));
    });

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Fact]
    public async Task A_mutation_that_happened_has_its_result_and_no_errors()
    {
        var payload = (await gateway.QueryAsync(Document, new { input = new { id = "t1", name = "x" } })).Data("rename");

        payload.GetProperty("thing").GetString().ShouldBe("renamed");
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0);
        seen.ShouldBe(new RenameInput("t1", "x", null));
    }

    [Fact]
    public async Task Each_kind_of_failure_is_a_type_of_its_own_with_code_and_message()
    {
        result = MutationResult<string>.Failed(new ThingGoneError("monday"), new ValidationError("name", "is taken"));

        var errors = (await gateway.QueryAsync(Document, new { input = new { id = "t1" } })).Data("rename").GetProperty("errors");

        errors.EnumerateArray().Select(e => e.GetProperty("__typename").GetString()).ShouldBe(["ThingGoneError", "ValidationError"]);
        errors.EnumerateArray().Select(e => e.GetProperty("code").GetString()).ShouldBe(["THING_GONE", "VALIDATION_ERROR"]);
        errors[0].GetProperty("since").GetString().ShouldBe("monday");
        errors[1].GetProperty("field").GetString().ShouldBe("name");
    }

    [Theory]
    [InlineData("")]
    [InlineData("with space")]
    [InlineData("line\nbreak")]
    [InlineData("schlüssel")]
    public async Task A_malformed_idempotency_key_is_refused_before_anything_runs(string idempotencyKey)
    {
        var payload = (await gateway.QueryAsync(Document, new { input = new { id = "t1", idempotencyKey } })).Data("rename");

        payload.GetProperty("errors")[0].GetProperty("field").GetString().ShouldBe("idempotencyKey");
        seen.ShouldBeNull();
    }

    [Fact]
    public async Task An_id_may_be_written_as_a_number()
    {
        (await gateway.QueryAsync("mutation { rename(input: { id: 12 }) { thing } }")).Data("rename").GetProperty("thing").GetString().ShouldBe("renamed");
        seen!.Id.ShouldBe("12");
    }

    [Fact]
    public async Task An_input_without_required_fields_may_be_left_out() =>
        (await gateway.QueryAsync("mutation { reset { done } }")).Data("reset").GetProperty("done").GetString().ShouldBe("no reason");

    [Fact]
    public void The_types_have_the_names_that_clients_rely_on()
    {
        var text = SchemaText.Print(gateway.Services.GetRequiredService<ISchema>());

        text.ShouldContain("rename(");
        text.ShouldContain("input: RenameInput!");
        text.ShouldContain("errors: [RenameError!]!");
        text.ShouldContain("union RenameError =");
        text.ShouldContain("type ThingGoneError implements Error");
    }

    private MutationResult<string> Run(RenameInput input)
    {
        seen = input;
        return result;
    }

    private sealed record RenameInput(string Id, string? Name, string? IdempotencyKey) : IIdempotentInput;

    private sealed record ResetInput(string? Reason) : IMutationInput;

    private sealed record ThingGoneError(string Since) : MutationError("THING_GONE");

    private sealed class ThingGoneErrorType : ErrorType<ThingGoneError>
    {
        public ThingGoneErrorType()
            : base("The thing is gone.") =>
            Field<StringGraphType>("since").Description("Since when.").Resolve(context => context.Source.Since);
    }
}
