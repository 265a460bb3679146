using FitServerless.Coach.Conversations;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Sync;

namespace FitServerless.Tests.Coach.Conversations;

[Collection(SharedStorage.Name)]
public sealed class TableConversationStoreTests
{
    private readonly LostAnswerPolicy _answers = new();
    private readonly string _user = Guid.NewGuid().ToString();
    private readonly TableConversationStore _store;

    public TableConversationStoreTests(StorageFixture storage) => _store = new TableConversationStore(storage.Connect(_answers));

    [Fact]
    public async Task A_conversation_reads_back_with_its_turns_in_order()
    {
        var conversation = await AddAsync("a");
        for (var number = 1; number <= 12; number++)
            conversation = await AddTurnAsync(conversation, number);
        var found = await _store.FindAsync(_user, "a", default);
        Assert.Equal(conversation with { ETag = found!.Conversation.ETag }, found.Conversation);
        Assert.Equal(Enumerable.Range(1, 12), found.Turns.Select(turn => turn.Number));
        Assert.Equal(TurnOf(1), found.Turns[0]);
        Assert.Null(await _store.FindAsync(_user, "b", default));
        Assert.Null(await _store.FindAsync("somebody else", "a", default));
    }

    [Fact]
    public async Task Of_two_turns_at_once_one_is_refused()
    {
        var conversation = await AddAsync("a");
        Assert.True(await _store.TryAddTurnAsync(_user, conversation with { TurnCount = 1 }, TurnOf(1), [], default));
        Assert.False(await _store.TryAddTurnAsync(_user, conversation with { TurnCount = 1 }, TurnOf(1), [], default));
    }

    [Fact]
    public async Task Turns_that_are_dropped_go_with_the_same_batch()
    {
        var conversation = await AddTurnAsync(await AddTurnAsync(await AddAsync("a"), 1), 2);
        Assert.True(await _store.TryAddTurnAsync(_user, conversation with { TurnCount = 3 }, TurnOf(3), [TurnOf(1)], default));
        Assert.Equal([2, 3], (await _store.FindAsync(_user, "a", default))!.Turns.Select(turn => turn.Number));
    }

    [Fact]
    public async Task A_deleted_conversation_leaves_nothing_and_takes_no_turn()
    {
        var conversation = await AddTurnAsync(await AddAsync("a"), 1);
        await AddAsync("other");
        Assert.True(await _store.DeleteAsync(_user, "a", default));
        Assert.False(await _store.DeleteAsync(_user, "a", default));
        Assert.False(await _store.TryAddTurnAsync(_user, conversation, TurnOf(2), [], default));
        await AddAsync("a");
        Assert.Empty((await _store.FindAsync(_user, "a", default))!.Turns);
        Assert.Equal(2, (await _store.ListAsync(_user, default)).Count);
    }

    [Fact]
    public async Task The_list_has_the_one_spoken_in_last_first()
    {
        await AddAsync("a", FakeClock.Morning.AddHours(1));
        await AddAsync("b", FakeClock.Morning.AddHours(3));
        await AddAsync("c", FakeClock.Morning.AddHours(2));
        Assert.Equal(["b", "c", "a"], (await _store.ListAsync(_user, default)).Select(conversation => conversation.Id));
    }

    [Fact]
    public async Task A_turn_whose_answer_was_lost_is_refused_and_there()
    {
        var conversation = await AddAsync("a");
        _answers.Losses = 1;
        Assert.False(await _store.TryAddTurnAsync(_user, conversation with { TurnCount = 1 }, TurnOf(1), [], default));
        Assert.Single((await _store.FindAsync(_user, "a", default))!.Turns);
    }

    private static Turn TurnOf(int number) => new(number, $"m{number}", "How?", "So.", number % 2 == 0 ? "gpt" : null) { At = FakeClock.Morning };

    private async Task<Conversation> AddAsync(string id, DateTimeOffset? at = null)
    {
        var conversation = new Conversation
        {
            Id = id,
            Personality = Personalities.ToughLove,
            Voice = "calm",
            Summary = "before",
            CreatedAt = at ?? FakeClock.Morning,
            UpdatedAt = at ?? FakeClock.Morning,
        };
        await _store.AddAsync(_user, conversation, default);
        return (await _store.FindAsync(_user, id, default))!.Conversation;
    }

    private async Task<Conversation> AddTurnAsync(Conversation conversation, int number)
    {
        Assert.True(await _store.TryAddTurnAsync(_user, conversation with { TurnCount = number }, TurnOf(number), [], default));
        return (await _store.FindAsync(_user, conversation.Id, default))!.Conversation;
    }
}
