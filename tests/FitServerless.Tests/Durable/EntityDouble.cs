using System.Text.Json;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Tests.Durable;

/// <summary>An entity's life without an engine: runs operations on a state that is stored as JSON between them.</summary>
internal sealed class EntityDouble(EntityInstanceId id, Func<ITaskEntity> create)
{
    public string? Json { get; set; }

    public List<(EntityInstanceId Target, string Operation, object? Input, DateTimeOffset? At)> Signals { get; } = [];

    public T? State<T>() => Json is { } json ? JsonSerializer.Deserialize<T>(json) : default;

    /// <summary>An operation that is named after what it takes.</summary>
    public Task RunAsync(object input) => RunAsync(input.GetType().Name, input);

    public async Task RunAsync(string operation, object input) => await create().RunAsync(new Operation(this, id, operation, input));

    private sealed class Operation(EntityDouble entity, EntityInstanceId id, string name, object input) : TaskEntityOperation
    {
        private readonly string _json = JsonSerializer.Serialize(input);

        public override string Name => name;

        public override TaskEntityContext Context { get; } = new EntityContext(entity, id);

        public override TaskEntityState State { get; } = new EntityState(entity);

        public override bool HasInput => true;

        public override object? GetInput(Type inputType) => JsonSerializer.Deserialize(_json, inputType);
    }

    private sealed class EntityState(EntityDouble entity) : TaskEntityState
    {
        public override bool HasState => entity.Json is not null;

        public override object? GetState(Type type) => entity.Json is { } json ? JsonSerializer.Deserialize(json, type) : null;

        public override void SetState(object? state) => entity.Json = state is null ? null : JsonSerializer.Serialize(state);
    }

    private sealed class EntityContext(EntityDouble entity, EntityInstanceId id) : TaskEntityContext
    {
        public override EntityInstanceId Id => id;

        public override void SignalEntity(
            EntityInstanceId target, string operationName, object? input = null, SignalEntityOptions? options = null) =>
            entity.Signals.Add((target, operationName, input, options?.SignalTime));

        public override string ScheduleNewOrchestration(TaskName name, object? input = null, StartOrchestrationOptions? options = null) =>
            throw new NotSupportedException();
    }
}
