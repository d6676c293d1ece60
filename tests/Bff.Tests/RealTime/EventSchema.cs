using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Bff.Contracts.Answers;
using Bff.Gateway.Graph;
using Bff.Gateway.Graph.Errors;
using Bff.Tests.Edge;
using GraphQL;
using GraphQL.Types;

namespace Bff.Tests.RealTime;

/// <summary>The sample schema with one subscription for each thing that can become of one.</summary>
internal sealed class EventSchema
{
    private readonly Channel<string> feed = Channel.CreateUnbounded<string>();
    private int listeners;
    private int flooded;

    public SampleSchema Sample { get; } = new();

    /// <summary>Subscriptions of <c>feed</c> and <c>flood</c> that listen now.</summary>
    public int Listeners => Volatile.Read(ref listeners);

    /// <summary>Events that <c>flood</c> could pass on.</summary>
    public int Flooded => Volatile.Read(ref flooded);

    /// <summary>Tells those who listen to <c>feed</c>.</summary>
    public void Publish(string text) => feed.Writer.TryWrite(text).ShouldBeTrue();

    public void Compose(SchemaRoots roots)
    {
        Sample.Compose(roots);
        var subscription = roots.Subscription;
        subscription.Field<NonNullGraphType<MomentType>, Moment>("count").Description("Counts.").Argument<NonNullGraphType<IntGraphType>>("to")
            .Watches(context => CountAsync(context.GetArgument<int>("to")));
        subscription.Field<NonNullGraphType<MomentType>, Moment>("feed").Description("What the test says.").Watches(context => FeedAsync(context.CancellationToken));
        subscription.Field<NonNullGraphType<MomentType>, Moment>("flood").Description("More than can be read.").Watches(context => FloodAsync(context.CancellationToken));
        subscription.Field<NonNullGraphType<MomentType>, Moment>("broken").Description("Breaks off.").Watches(_ => BreakAsync());
        subscription.Field<NonNullGraphType<MomentType>, Moment>("refused").Description("Does not begin.")
            .Watches(_ => throw new FailureError(new Failure(ErrorCodes.Unauthenticated)));
    }

    private static async IAsyncEnumerable<Moment> CountAsync(int to)
    {
        for (var i = 1; i <= to; i++)
        {
            await Task.Yield();
            yield return new Moment($"{i}");
        }
    }

    private async IAsyncEnumerable<Moment> FeedAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref listeners);
        try
        {
            await foreach (var text in feed.Reader.ReadAllAsync(cancellationToken))
            {
                yield return new Moment(text);
            }
        }
        finally
        {
            Interlocked.Decrement(ref listeners);
        }
    }

    private async IAsyncEnumerable<Moment> FloodAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref listeners);
        try
        {
            var large = new string('x', 200_000);
            while (!cancellationToken.IsCancellationRequested)
            {
                await Task.Yield();
                yield return new Moment(large);
                Interlocked.Increment(ref flooded);
            }
        }
        finally
        {
            Interlocked.Decrement(ref listeners);
        }
    }

    private static async IAsyncEnumerable<Moment> BreakAsync()
    {
        await Task.Yield();
        yield return new Moment("before");
        throw new InvalidOperationException("a secret of ours");
    }

    internal sealed record Moment(string Text);

    private sealed class MomentType : ObjectGraphType<Moment>
    {
        public MomentType()
        {
            Name = "Moment";
            Description = "An event.";
            Field<StringGraphType>("text").Description("What happened.").Resolve(context => context.Source.Text);
            Field<StringGraphType>("picky").Description("Fails on 2.").Resolve(context =>
                context.Source.Text == "2" ? throw new FailureError(new Failure(ErrorCodes.UpstreamTimeout)) : context.Source.Text);
        }
    }
}
