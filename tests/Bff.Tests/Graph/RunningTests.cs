using System.Collections.Concurrent;
using System.Text.Json;
using Bff.Contracts.Answers;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Mutations;
using GraphQL;
using GraphQL.SystemTextJson;
using GraphQL.Types;
using Microsoft.Extensions.DependencyInjection;

namespace Bff.Tests.Graph;

public sealed class RunningTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> steps = new();
    private readonly TaskCompletionSource slow = new();
    private readonly List<IReadOnlyList<int>> batches = [];
    private TestGateway gateway = null!;
    private int fetches;

    public async ValueTask InitializeAsync() => gateway = await TestGateway.StartAsync(Compose, builder => builder.Configuration["Gateway:Edge:Introspection"] = "On");

    public ValueTask DisposeAsync() => gateway.DisposeAsync();

    [Fact]
    public async Task A_child_does_not_wait_for_the_neighbours_of_its_parent()
    {
        var reply = gateway.QueryAsync("{ slow { step(name: \"slow child\") } quick { step(name: \"quick child\") } }");
        while (!steps.Contains("quick child"))
        {
            reply.IsCompleted.ShouldBeFalse();
            await Task.Yield();
        }

        steps.ShouldNotContain("slow child");
        slow.SetResult();
        (await reply).Data("slow").GetProperty("step").GetString().ShouldBe("slow child");
    }

    [Fact]
    public async Task The_same_call_twice_in_one_request_is_made_once()
    {
        var reply = await gateway.QueryAsync("{ a: fetch(id: \"1\") { id } b: fetch(id: \"1\") { id } c: fetch(id: \"2\") { id } }");

        reply.Data("b").GetProperty("id").GetString().ShouldBe("1");
        fetches.ShouldBe(2);
    }

    [Fact]
    public async Task Asks_of_one_stretch_of_work_are_sent_as_one_batch()
    {
        var reply = await gateway.QueryAsync("{ items { batched } }");

        reply.Data("items").EnumerateArray().Select(item => item.GetProperty("batched").GetString()).ShouldBe(["b1", "b2", "b3", "b1"]);
        batches.ShouldHaveSingleItem().ShouldBe([1, 2, 3]);
    }

    [Fact]
    public async Task What_is_asked_after_a_wait_is_sent_though_nothing_is_being_resolved_any_more()
    {
        var reply = gateway.QueryAsync("{ items { batchedLater } }");
        slow.SetResult();

        (await reply).Data("items").EnumerateArray().Select(item => item.GetProperty("batchedLater").GetString()).ShouldBe(["b1", "b2", "b3", "b1"]);
    }

    [Fact]
    public async Task Root_fields_of_a_mutation_run_one_after_the_other()
    {
        await gateway.QueryAsync("mutation { a: act(input: {name: \"a\"}) { name } b: act(input: {name: \"b\"}) { name } }");

        steps.ShouldBe(["a begins", "a ends", "b begins", "b ends"]);
    }

    [Theory]
    [InlineData("{ items { id name } }")]
    [InlineData("{ items { ...F id } } fragment F on Item { name again: name ...G } fragment G on Item { id }")]
    [InlineData("{ items { id @skip(if: true) name @include(if: false) ... @include(if: true) { id2: id } } }")]
    [InlineData("{ items { fails } quick { __typename } }")]
    [InlineData("{ items { failsHard } quick { step(name: \"x\") } }")]
    [InlineData("{ items { failsHardInside { id } } }")]
    [InlineData("{ nothing { id } none: nothingHard { id } }")]
    [InlineData("{ shapes { __typename ... on Item { id } ... on Step { step(name: \"s\") } } }")]
    [InlineData("{ matrix }")]
    [InlineData("{ __schema { queryType { name } types { name kind fields(includeDeprecated: true) { name args { name defaultValue type { name ofType { name } } } } } directives { name locations } } }")]
    [InlineData("{ __type(name: \"__Directive\") { fields { name } } }")]
    [InlineData("{ __type(name: \"Item\") { name fields { name description isDeprecated type { kind ofType { kind name } } } possibleTypes { name } } }")]
    public async Task A_run_gives_what_the_engines_own_executer_gives(string query)
    {
        var ours = await gateway.QueryAsync(query);
        var theirs = await StockAsync(query);

        ours.GetProperty("data").GetRawText().ShouldBe(theirs.GetProperty("data").GetRawText());
        Paths(ours).ShouldBe(Paths(theirs), ignoreOrder: true);
    }

    private async Task<JsonElement> StockAsync(string query)
    {
        var schema = gateway.Services.GetRequiredService<ISchema>();
        var context = new GraphContext(default, gateway.Services, "trace", CancellationToken.None);
        var result = await new DocumentExecuter().ExecuteAsync(new ExecutionOptions
        {
            Schema = schema,
            Query = query,
            UserContext = context,
            RequestServices = gateway.Services,
        });
        return JsonDocument.Parse(new GraphQLSerializer().Serialize(result)).RootElement;
    }

    private static List<string> Paths(JsonElement reply) => reply.TryGetProperty("errors", out var errors)
        ? [.. errors.EnumerateArray().Select(error => error.GetProperty("path").GetRawText() + error.GetProperty("locations").GetRawText())]
        : [];

    private void Compose(SchemaRoots roots)
    {
        var query = roots.Query;
        query.Field<StepType>("slow").Description("Waits.").ResolveAsync(async _ =>
        {
            await slow.Task;
            return new Step();
        });
        query.Field<StepType>("quick").Description("Waits a little.").ResolveAsync(async _ =>
        {
            await Task.Yield();
            return new Step();
        });
        query.Field<ItemType, Item>("fetch").Description("Fetches.").Argument<NonNullGraphType<IdGraphType>>("id").Answers(async context =>
        {
            Interlocked.Increment(ref fetches);
            await Task.Yield();
            return new Answer<Item>(new Item(int.Parse(context.GetId("id").Value, null)), null, default, default, 1, false);
        });
        query.Field<NonNullGraphType<ListGraphType<ItemType>>>("items").Description("Items.")
            .Resolve(_ => new[] { new Item(1), new Item(2), new Item(3), new Item(1) });
        query.Field<ListGraphType<ShapeType>>("shapes").Description("Either.").Resolve(_ => new object[] { new Item(1), new Step() });
        query.Field<ListGraphType<ListGraphType<IntGraphType>>>("matrix").Description("Numbers.").Resolve(_ => new int?[][] { [1, null], [], [3] });
        query.Field<ItemType>("nothing").Description("Null.").Resolve(_ => null);
        query.Field<ListGraphType<NonNullGraphType<ItemType>>>("nothingHard").Description("Null where none may be.").Resolve(_ => new Item?[] { new(1), null });
        roots.Mutation.AddMutation<ActInput, string>("act", "Acts.")
            .Input(input => input.Field<NonNullGraphType<StringGraphType>>("name").Description("Name."))
            .Result<StringGraphType>("name", "Name.", name => name)
            .Resolve(async (input, _) =>
            {
                steps.Enqueue(input.Name + " begins");
                await Task.Yield();
                steps.Enqueue(input.Name + " ends");
                return MutationResult<string>.Done(input.Name);
            });
        foreach (var type in new GraphType[] { new ItemType(this), new StepType(this) })
        {
            types[type.GetType()] = type;
        }

        Resolve(query);
    }

    private readonly Dictionary<Type, GraphType> types = [];

    // The test's types close over its counters, so they are made here and not by the schema.
    private void Resolve(ObjectGraphType query)
    {
        var item = (ItemType)types[typeof(ItemType)];
        var step = (StepType)types[typeof(StepType)];
        var shape = new ShapeType();
        shape.AddPossibleType(item);
        shape.AddPossibleType(step);
        foreach (var field in query.Fields)
        {
            field.ResolvedType = field.Name switch
            {
                "slow" or "quick" => step,
                "fetch" or "nothing" => item,
                "items" => new NonNullGraphType(new ListGraphType(item)),
                "nothingHard" => new ListGraphType(new NonNullGraphType(item)),
                "shapes" => new ListGraphType(shape),
                _ => field.ResolvedType,
            };
        }
    }

    private sealed record Item(int Number);

    private sealed record Step;

    private sealed record ActInput(string Name) : IMutationInput;

    private sealed class ShapeType : UnionGraphType
    {
        public ShapeType()
        {
            Name = "Shape";
            Description = "Either.";
        }
    }

    private sealed class StepType : ObjectGraphType<Step>
    {
        public StepType(RunningTests tests)
        {
            Name = "Step";
            Description = "A step.";
            Field<StringGraphType>("step").Description("Writes itself down.").Argument<StringGraphType>("name").Resolve(context =>
            {
                var name = context.GetArgument<string>("name");
                tests.steps.Enqueue(name);
                return name;
            });
        }
    }

    private sealed class ItemType : ObjectGraphType<Item>
    {
        public ItemType(RunningTests tests)
        {
            Name = "Item";
            Description = "An item.";
            Field<NonNullGraphType<IdGraphType>>("id").Description("Id.").Resolve(context => context.Source.Number);
            Field<StringGraphType>("name").Description("Name.").Resolve(context => "item " + context.Source.Number);
            Field<StringGraphType>("fails").Description("Throws.").Resolve(context => context.Source.Number == 2 ? throw new InvalidOperationException("x") : "ok");
            Field<NonNullGraphType<StringGraphType>>("failsHard").Description("Throws.")
                .Resolve(context => context.Source.Number == 2 ? throw new InvalidOperationException("x") : "ok");
            Field<NonNullGraphType<ListGraphType<NonNullGraphType<ItemType>>>>("failsHardInside").Description("A null inside.")
                .Type(new NonNullGraphType(new ListGraphType(new NonNullGraphType(this))))
                .Resolve(context => new Item?[] { context.Source, context.Source.Number == 2 ? null : context.Source });
            Field<StringGraphType>("batched").Description("Asks in a batch.").ResolveAsync(async context => await AskAsync(context, tests));
            Field<StringGraphType>("batchedLater").Description("Waits and asks in a batch.").ResolveAsync(async context =>
            {
                await tests.slow.Task;
                return await AskAsync(context, tests);
            });
        }

        private static Task<string?> AskAsync(IResolveFieldContext<Item> context, RunningTests tests) =>
            context.Request().Batches.AskAsync<int, string>("names", context.Source.Number, keys =>
            {
                lock (tests.batches)
                {
                    tests.batches.Add(keys);
                }

                return Task.FromResult<IReadOnlyDictionary<int, string>>(keys.ToDictionary(key => key, key => "b" + key));
            });
    }
}
