using Bff.Contracts.Answers;
using Bff.Contracts.Changes;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Mutations;
using GraphQL;
using GraphQL.Types;

namespace Bff.Tests.Edge;

/// <summary>A small schema with one field for each thing that the edge tells apart, and counters of what was really asked.</summary>
internal sealed class SampleSchema
{
    private int fetches;
    private int changes;

    public int Fetches => fetches;

    public int Changes => changes;

    public DateTimeOffset FreshUntil { get; set; } = DateTimeOffset.MaxValue;

    /// <summary>Called with the number of each node whose name is asked for.</summary>
    public Action<int>? OnName { get; init; }

    /// <summary>How many names were asked for.</summary>
    public int Names { get; private set; }

    private string NameOf(int number, string? prefix)
    {
        Names++;
        OnName?.Invoke(number);
        return $"{prefix}node";
    }

    public void Compose(SchemaRoots roots)
    {
        var query = roots.Query;
        query.Field<StringGraphType, string>("open").Description("The same for all.").Answers(_ => Fetch("open")).PublicFor(TimeSpan.FromSeconds(300));
        query.Field<StringGraphType, string>("brief").Description("The same for all.").Answers(_ => Fetch("brief")).PublicFor(TimeSpan.FromSeconds(30));
        query.Field<StringGraphType, string>("personal").Description("Of one caller.").Answers(_ => Fetch("personal")).Private();
        query.Field<StringGraphType, string>("unmarked").Description("Says nothing.").Answers(_ => Fetch("unmarked"));
        query.Field<StringGraphType, string>("offer").Description("Better when signed in.").Answers(_ => Fetch("offer"))
            .PublicWhenAnonymousFor(TimeSpan.FromSeconds(60));
        query.Field<StringGraphType, string>("echo").Description("Gives back its text.").PublicFor(TimeSpan.FromSeconds(300))
            .Argument<StringGraphType>("text").Answers(context => Fetch(context.GetArgument<string?>("text") ?? "nothing"));
        query.Field<ListGraphType<NonNullGraphType<NodeType>>, List<Node>>("nodes").Description("A tree.").PublicFor(TimeSpan.FromSeconds(300))
            .Argument<IntGraphType>("first").ListSize(10, "first")
            .Resolve(context => [.. Enumerable.Range(1, context.GetArgument("first", 10)).Select(i => new Node(i) { Schema = this })]);
        roots.Mutation.AddMutation<TouchInput, string>("touch", "Changes something.")
            .Input(input => input.Field<StringGraphType>("text").Description("What."))
            .Result<StringGraphType>("text", "What it is now.", text => text)
            .Resolve((input, _) =>
            {
                Interlocked.Increment(ref changes);
                return ValueTask.FromResult(MutationResult<string>.Done(input.Text ?? "touched") with { Changed = [new ChangeMark(null, Changes)] });
            });
    }

    private ValueTask<Answer<string>> Fetch(string value)
    {
        Interlocked.Increment(ref fetches);
        return ValueTask.FromResult(new Answer<string>(value, null, default, FreshUntil, 1, false));
    }

    internal sealed record Node(int Number)
    {
        public SampleSchema? Schema { get; init; }
    }

    private sealed record TouchInput(string? Text) : IMutationInput;

    private sealed class NodeType : ObjectGraphType<Node>
    {
        public NodeType()
        {
            Name = "Node";
            Description = "A node.";
            Field<NonNullGraphType<IdGraphType>>("id").Description("Id.").Resolve(context => $"n{context.Source.Number}");
            Field<StringGraphType>("name").Description("Name.").Argument<StringGraphType>("prefix")
                .Resolve(context => context.Source.Schema?.NameOf(context.Source.Number, context.GetArgument<string?>("prefix")) ?? $"{context.GetArgument<string?>("prefix")}node");
            Field<StringGraphType>("fails").Description("Throws.").Resolve(_ => throw new InvalidOperationException("x"));
            Field<NonNullGraphType<IntGraphType>>("number").Description("Number.").Resolve(context => context.Source.Number);
            Field<ListGraphType<NonNullGraphType<NodeType>>>("children").Description("Below.")
                .Argument<IntGraphType>("first").ListSize(10, "first")
                .Resolve(context => Enumerable.Range(1, context.GetArgument("first", 2)).Select(i => new Node(i)));
        }
    }
}
