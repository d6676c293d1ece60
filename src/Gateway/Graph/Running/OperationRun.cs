using System.Collections;
using Bff.Gateway.Graph.Planning;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Types;
using GraphQL.Validation;

namespace Bff.Gateway.Graph.Running;

/// <summary>
/// Runs a plan (GraphQL October 2021, section 6.2):
/// <list type="number">
/// <item>Resolve each field of the root. What is there at once is completed at once, children and all, on this stack.</item>
/// <item>A field that has to wait is left to itself; when its value comes, it goes on with its own children. No field ever waits for
/// the neighbours of its parent.</item>
/// <item>When a stretch of work has nothing left to do at once, the batches that it filled are sent.</item>
/// <item>When the last waiting field is done, nulls travel up to the nearest place that may be null.</item>
/// </list>
/// Root fields of a mutation run one after the other.
/// </summary>
internal sealed class OperationRun(ISchema schema, OperationPlan plan, Variables variables, IDictionary<string, ArgumentValue>?[] variableArguments, GraphContext context)
{
    private TaskCompletionSource? idle;
    private int waiting;
    private bool hasViolation;

    public ISchema Schema { get; } = schema;

    public OperationPlan Plan { get; } = plan;

    public Variables Variables { get; } = variables;

    public GraphContext Context { get; } = context;

    /// <summary>What went wrong so far. Safe to add to from any field.</summary>
    public ExecutionErrors Errors { get; } = [];

    public IDictionary<string, ArgumentValue>? ArgumentsOf(PlannedField field) =>
        field.VariableSlot < 0 ? field.Constants : variableArguments[field.VariableSlot];

    /// <summary>Gives the response's data: null when a null had to travel all the way up.</summary>
    public async ValueTask<ObjectNode?> ExecuteAsync(object? rootValue, bool serially)
    {
        // Step 1
        var root = new ObjectNode(Plan.Root, rootValue, null, null, -1);
        var step = serially ? 1 : root.Values.Length;
        for (var begin = 0; begin < root.Values.Length; begin += step)
        {
            Context.Batches.Begin();
            ResolveFields(root, begin, begin + step);
            Context.Batches.End();
            await UntilIdleAsync();
        }

        // Step 4
        Context.CancellationToken.ThrowIfCancellationRequested();
        return hasViolation ? (ObjectNode?)NullTravel.Settle(root) : root;
    }

    // It throws nothing: each field catches what it throws.
    private void ResolveFields(ObjectNode node, int begin, int end)
    {
        for (var i = begin; i < end; i++)
        {
            ResolveField(node, i);
        }
    }

    private void ResolveField(ObjectNode node, int i)
    {
        var field = node.Selection.Fields[i];
        try
        {
            var pending = FieldSpans.ResolveAsync(field, new FieldContext(this, field, node), isRoot: ReferenceEquals(node.Selection, Plan.Root));
            if (pending.IsCompletedSuccessfully)
            {
                node.Values[i] = Complete(field, field.Definition.ResolvedType!, pending.Result, node, -1);
            }
            else
            {
                Enter();
                _ = FinishLaterAsync(pending, node, i, field);
            }
        }
        catch (Exception exception)
        {
            Fail(exception, node, i, field);
        }
    }

    // Step 2. Nobody awaits it: it catches everything itself and the counter knows when it is done.
    private async Task FinishLaterAsync(ValueTask<object?> pending, ObjectNode node, int i, PlannedField field)
    {
        try
        {
            var value = await pending;
            Context.Batches.Begin();
            try
            {
                node.Values[i] = Complete(field, field.Definition.ResolvedType!, value, node, -1);
            }
            finally
            {
                // Step 3
                Context.Batches.End();
            }
        }
        catch (Exception exception)
        {
            Fail(exception, node, i, field);
        }

        Leave();
    }

    private object? Complete(PlannedField field, IGraphType type, object? value, ResultNode parent, int index)
    {
        if (type is NonNullGraphType required)
        {
            return Complete(field, required.ResolvedType!, value, parent, index)
                ?? throw new InvalidOperationException($"{field.ParentType.Name}.{field.Definition.Name} gave null and may not.");
        }

        return value is null ? null : type switch
        {
            ScalarGraphType scalar => scalar.Serialize(value),
            ListGraphType list => CompleteList(field, list.ResolvedType!, value, parent, index),
            _ => CompleteObject(field, value, parent, index),
        };
    }

    private ListNode CompleteList(PlannedField field, IGraphType itemType, object value, ResultNode parent, int index)
    {
        var items = value as IEnumerable ?? throw new InvalidOperationException($"{field.ParentType.Name}.{field.Definition.Name} gave no list.");
        var list = new ListNode(items is ICollection { Count: var count } ? count : 4, itemType is not NonNullGraphType, parent, field, index);

        // The engine's introspection gives lists that can be indexed and not enumerated.
        if (items is IList indexed)
        {
            for (var i = 0; i < indexed.Count && !Context.CancellationToken.IsCancellationRequested; i++)
            {
                CompleteItem(field, itemType, indexed[i], list);
            }
        }
        else
        {
            foreach (var item in items)
            {
                if (Context.CancellationToken.IsCancellationRequested)
                {
                    break;
                }

                CompleteItem(field, itemType, item, list);
            }
        }

        return list;
    }

    private void CompleteItem(PlannedField field, IGraphType itemType, object? item, ListNode list)
    {
        try
        {
            list.Items.Add(Complete(field, itemType, item, list, list.Items.Count));
        }
        catch (Exception exception)
        {
            AddError(exception, list.PathTo(list.Items.Count), field);
            hasViolation |= !list.AllowsNull;
            list.Items.Add(null);
        }
    }

    private ObjectNode CompleteObject(PlannedField field, object value, ResultNode parent, int index)
    {
        var selection = field.Selection ?? SelectionOf(field, value);
        var node = new ObjectNode(selection, value, parent, field, index);

        // What nobody waits for any more is not gone on with: the end of the run says so.
        if (!Context.CancellationToken.IsCancellationRequested)
        {
            ResolveFields(node, 0, node.Values.Length);
        }

        return node;
    }

    private PlannedSelection SelectionOf(PlannedField field, object value)
    {
        var several = (IAbstractGraphType)Unwrap(field.Definition.ResolvedType!);
        var type = several.GetObjectType(value, Schema);
        return type is not null && field.Selections.TryGetValue(type.Name, out var selection)
            ? selection
            : throw new InvalidOperationException($"{value.GetType().Name} is none of the types of {several.Name}.");
    }

    private static IGraphType Unwrap(IGraphType type)
    {
        while (type is IProvideResolvedType { ResolvedType: { } inner })
        {
            type = inner;
        }

        return type;
    }

    private void Fail(Exception exception, ObjectNode node, int i, PlannedField field)
    {
        node.Values[i] = null;
        hasViolation |= field.Definition.ResolvedType is NonNullGraphType;
        AddError(exception, node.PathTo(field.ResponseName), field);
    }

    private void AddError(Exception exception, List<object> path, PlannedField field)
    {
        if (exception is OperationCanceledException && Context.CancellationToken.IsCancellationRequested)
        {
            return;
        }

        var error = exception as ExecutionError ?? new UnhandledError(exception.Message, exception);
        error.Path = path;
        error.AddLocation(GraphQLParser.Location.FromLinearPosition(Plan.Document.Source, field.Ast.Location.Start));
        Errors.Add(error);
    }

    private void Enter() => Interlocked.Increment(ref waiting);

    private void Leave()
    {
        if (Interlocked.Decrement(ref waiting) == 0)
        {
            Volatile.Read(ref idle)?.TrySetResult();
        }
    }

    private async ValueTask UntilIdleAsync()
    {
        if (Volatile.Read(ref waiting) == 0)
        {
            return;
        }

        var source = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        Interlocked.Exchange(ref idle, source);
        if (Volatile.Read(ref waiting) > 0)
        {
            await source.Task.WaitAsync(Context.CancellationToken);
        }
    }
}
