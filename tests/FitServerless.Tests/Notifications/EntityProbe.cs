using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Tests.Notifications;

/// <summary>Runs an entity's operations one after the other as the platform does, in memory, and keeps what it signals.</summary>
internal sealed class EntityProbe(ITaskEntity entity, EntityInstanceId id)
{
    private readonly StateInMemory _state = new();
    private readonly Signals _signals = new(id);

    public IReadOnlyList<(string Operation, object? Input, DateTimeOffset? At)> Signalled => _signals.Sent;

    public async Task RunAsync(string operation, object input) => await entity.RunAsync(new Operation(operation, input, _signals, _state));

    public T? State<T>() => (T?)_state.GetState(typeof(T));

    private sealed class Operation(string name, object input, TaskEntityContext context, TaskEntityState state) : TaskEntityOperation
    {
        public override string Name => name;

        public override TaskEntityContext Context => context;

        public override TaskEntityState State => state;

        public override bool HasInput => true;

        public override object? GetInput(Type inputType) => input;
    }

    private sealed class StateInMemory : TaskEntityState
    {
        private object? _stored;

        public override bool HasState => _stored is not null;

        public override object? GetState(Type type) => _stored;

        public override void SetState(object? state) => _stored = state;
    }

    private sealed class Signals(EntityInstanceId id) : TaskEntityContext
    {
        public List<(string Operation, object? Input, DateTimeOffset? At)> Sent { get; } = [];

        public override EntityInstanceId Id => id;

        public override void SignalEntity(EntityInstanceId id, string operationName, object? input = null, SignalEntityOptions? options = null)
        {
            Assert.Equal(Id, id);
            Sent.Add((operationName, input, options?.SignalTime));
        }

        public override string ScheduleNewOrchestration(TaskName name, object? input = null, StartOrchestrationOptions? options = null) =>
            throw new NotSupportedException();
    }
}
