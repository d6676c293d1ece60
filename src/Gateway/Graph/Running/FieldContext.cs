using System.Security.Claims;
using Bff.Gateway.Graph.Planning;
using GraphQL;
using GraphQL.Execution;
using GraphQL.Instrumentation;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace Bff.Gateway.Graph.Running;

/// <summary>What a resolver sees of its field: a small window on the run. What no resolver of ours may use is not there.</summary>
internal sealed class FieldContext(OperationRun run, PlannedField planned, ObjectNode parent) : IResolveFieldContext<object?>, IExecutionArrayPool
{
    private static readonly Inputs NoInputs = Inputs.Empty;

    public object? Source => parent.Source;

    public GraphQLField FieldAst => planned.Ast;

    public FieldType FieldDefinition => planned.Definition;

    public IObjectGraphType ParentType => planned.ParentType;

    public IDictionary<string, ArgumentValue>? Arguments => run.ArgumentsOf(planned);

    public ISchema Schema => run.Schema;

    public GraphQLDocument Document => run.Plan.Document;

    public GraphQLOperationDefinition Operation => run.Plan.Operation;

    public Variables Variables => run.Variables;

    public CancellationToken CancellationToken => run.Context.CancellationToken;

    public IDictionary<string, object?> UserContext => run.Context;

    public IServiceProvider RequestServices => run.Context.Services;

    public IEnumerable<object> Path => parent.PathTo(planned.ResponseName);

    public IEnumerable<object> ResponsePath => Path;

    public IExecutionArrayPool ArrayPool => this;

    public IResolveFieldContext? Parent => null;

    public IDictionary<string, DirectiveInfo>? Directives => null;

    public object? RootValue => null;

    public Metrics Metrics => Metrics.None;

    public Dictionary<string, (GraphQLField Field, FieldType FieldType)>? SubFields => null;

    public IReadOnlyDictionary<string, object?> InputExtensions => NoInputs;

    public ClaimsPrincipal? User => null;

    public ExecutionErrors Errors => run.Errors;

    public IDictionary<string, object?> OutputExtensions => throw NotHere();

    public IExecutionContext ExecutionContext => throw NotHere();

    // Introspection sorts its lists in arrays like this; they live as long as the reply.
    public TElement[] Rent<TElement>(int minimumLength) => new TElement[minimumLength];

    private static NotSupportedException NotHere() => new("Resolvers give values and throw errors; they do not reach into the run.");
}
