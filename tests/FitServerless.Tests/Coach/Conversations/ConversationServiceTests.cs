using FitServerless.Accounts;
using FitServerless.Accounts.Profiles;
using FitServerless.Coach;
using FitServerless.Coach.Conversations;
using FitServerless.Coach.Model;
using FitServerless.Sync;
using FitServerless.Tests.Storage;
using FitServerless.Tests.Workouts;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Coach.Conversations;

[Collection(SharedStorage.Name)]
public sealed class ConversationServiceTests
{
    private static readonly CoachOptions Settings = new() { ProPerMinute = 1000, ProModelAnswersPerDay = 1000, MaxConversations = 3 };

    private readonly CoachUnderTest _coach = new(Settings);
    private readonly MemoryConversationStore _store = new();
    private readonly ConversationService _service;
    private readonly App _app;

    public ConversationServiceTests(StorageFixture storage)
    {
        _app = new App(storage, _coach.Clock);
        var athletes = new AthleteReader(
            _app.Store, new People(new TableAccountStore(storage.Connect())), _coach.Clock, NullLogger<AthleteReader>.Instance);
        var writer = new ReplyWriter(_coach.Model, _coach.Quotas, athletes, _coach.Clock);
        _service = new ConversationService(_store, writer, _coach.Quotas, Options.Create(Settings), _coach.Clock);
    }

    private Caller Caller => new(_app.UserId, "", [], Tiers.Pro);

    [Fact]
    public async Task A_model_replies_from_the_persons_own_data_in_the_chosen_manner()
    {
        await _app.SyncAsync(SyncCursor.Start, """[{"action":"create","localId":"r","startedAt":"2025-02-28T06:00:00Z","title":"Hill repeats","durationSeconds":3600}]""");
        _coach.Model.Then("You did your hills yesterday.");
        var turn = await SayAsync(await StartAsync("tough_love", "calm"), "What \"now\"?");
        Assert.Equal(("You did your hills yesterday.", "gpt", true), (turn.Reply, turn.Model, turn.AiPowered));
        var prompt = _coach.Model.Prompts.Single();
        Assert.Contains("Be blunt", prompt.Instructions, StringComparison.Ordinal);
        Assert.Contains("Tone: calm", prompt.Instructions, StringComparison.Ordinal);
        Assert.StartsWith(
            """{"message":"What \u0022now\u0022?","athlete":{"workouts":[{"title":"Hill repeats","sport":"Biking","daysAgo":1,"minutes":60}],"streak":1,""",
            prompt.Messages.Single().Text,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_as_many_conversations_as_there_may_be_one_has_to_go_before_the_next()
    {
        var ids = new List<string>();
        for (var i = 0; i < Settings.MaxConversations; i++)
            ids.Add(await StartAsync());
        Assert.IsType<CreateOutcome.Full>(await _service.CreateAsync(Caller.Id, new ConversationRequest(null, null), default));
        Assert.Equal(ids.Order(), (await _service.ListAsync(Caller.Id, default)).Select(conversation => conversation.Id).Order());
        Assert.True(await _service.DeleteAsync(Caller.Id, ids[0], default));
        await StartAsync();
    }

    [Fact]
    public async Task Without_a_model_the_rules_reply_from_the_same_data()
    {
        _coach.Model.ChatName = null;
        await _app.SyncAsync(SyncCursor.Start, """[{"action":"create","localId":"r","startedAt":"2025-02-28T06:00:00Z","title":"Hill repeats"}]""");
        var turn = await SayAsync(await StartAsync(), "What next?");
        Assert.False(turn.AiPowered);
        Assert.Contains("“Hill repeats”, yesterday", turn.Reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Earlier_turns_go_along_as_data_and_the_models_own_words()
    {
        _coach.Model.Then("One.", "Two.");
        var id = await StartAsync();
        await SayAsync(id, "first");
        await SayAsync(id, "second");
        var messages = _coach.Model.Prompts.Last().Messages;
        Assert.Equal(("""{"message":"first"}""", "One."), (messages[0].Text, messages[1].Text));
        Assert.Equal([false, true, false], messages.Select(message => message.IsReply));
    }

    [Fact]
    public async Task The_same_message_sent_again_has_the_same_reply_and_asks_nobody()
    {
        _coach.Model.Then("One.");
        var id = await StartAsync();
        var first = await SayAsync(id, "hello", "m1");
        var again = Assert.IsType<MessageOutcome.Repeated>(await _service.SendAsync(Caller, id, new MessageRequest("m1", "hello"), default));
        Assert.Equal(first, again.Turn);
        Assert.Single(_coach.Model.Prompts);
    }

    [Fact]
    public async Task The_same_message_answered_twice_at_once_is_kept_once()
    {
        _coach.Model.Then("One.", "Two.");
        var id = await StartAsync();
        var other = await BeginAsync(id, "hello", "m1");
        var mine = await BeginAsync(id, "hello", "m1");
        var kept = await other.WriteAsync(null, default);
        Assert.Equal(kept, await mine.WriteAsync(null, default));
        Assert.Single((await _service.FindAsync(_app.UserId, id, default))!.Turns);
    }

    [Fact]
    public async Task Two_messages_at_once_are_two_turns()
    {
        _coach.Model.Then("One.", "Two.");
        var id = await StartAsync();
        var (one, two) = (await BeginAsync(id, "one"), await BeginAsync(id, "two"));
        Assert.Equal(1, (await one.WriteAsync(null, default))!.Number);
        Assert.Equal(2, (await two.WriteAsync(null, default))!.Number);
    }

    [Fact]
    public async Task A_conversation_deleted_meanwhile_stays_deleted()
    {
        _coach.Model.Then("One.");
        var id = await StartAsync();
        var pending = await BeginAsync(id, "hello");
        _store.Interloper = () => _store.DeleteAsync("", id, default);
        Assert.Null(await pending.WriteAsync(null, default));
        Assert.Null(await _service.FindAsync(_app.UserId, id, default));
    }

    [Fact]
    public async Task Fifty_turns_are_kept_and_the_older_ones_summed_up()
    {
        _coach.Model.ChatName = null;
        var id = await StartAsync();
        for (var i = 1; i <= 53; i++)
            await SayAsync(id, $"message {i}");
        var found = (await _service.FindAsync(_app.UserId, id, default))!;
        Assert.Equal(Enumerable.Range(4, 50), found.Turns.Select(turn => turn.Number));
        Assert.Equal(53, found.Conversation.TurnCount);
        Assert.Equal("2025-03-01: message 1\n2025-03-01: message 2\n2025-03-01: message 3", found.Conversation.Summary);
    }

    [Fact]
    public async Task A_reply_that_the_gate_refuses_is_asked_for_once_more_and_then_the_rules_reply()
    {
        _coach.Model.Then("Take 200 mg of ibuprofen.", "Rest a day.", "Visit www.evil.example now", "<b>no</b>");
        var id = await StartAsync();
        Assert.Equal("Rest a day.", (await SayAsync(id, "one")).Reply);
        Assert.False((await SayAsync(id, "two")).AiPowered);
        Assert.Equal(4, _coach.Model.Prompts.Count);
    }

    [Fact]
    public async Task A_stream_tells_whole_sentences_as_they_pass()
    {
        _coach.Model.Then("Rest a day. Then ride easy.");
        var (turn, told) = await StreamAsync(await StartAsync(), "hello");
        Assert.Equal(["Rest a day. ", "Then ride easy."], told);
        Assert.Equal("Rest a day. Then ride easy.", turn.Reply);
    }

    [Fact]
    public async Task A_stream_ends_before_a_sentence_that_does_not_pass_and_what_was_told_is_what_is_kept()
    {
        _coach.Model.Then("Rest a day. Take 200 mg of ibuprofen. Sleep well.");
        var (turn, told) = await StreamAsync(await StartAsync(), "hello");
        Assert.Equal(["Rest a day. "], told);
        Assert.Equal(("Rest a day.", "gpt"), (turn.Reply, turn.Model));
    }

    [Fact]
    public async Task A_stream_whose_first_sentence_does_not_pass_is_asked_for_again()
    {
        _coach.Model.Then("Take 200 mg of ibuprofen.", "Rest a day.");
        var (turn, told) = await StreamAsync(await StartAsync(), "hello");
        Assert.Equal(["Rest a day."], told);
        Assert.True(turn.AiPowered);
    }

    [Fact]
    public async Task A_stream_that_breaks_keeps_the_sentences_it_told_and_one_that_never_began_is_the_rules()
    {
        _coach.Model.Then(new ModelReply.CutOff("Rest a day. Then ri"), new ModelReply.CutOff("Rest a da"));
        var id = await StartAsync();
        Assert.Equal("Rest a day.", (await StreamAsync(id, "one")).Turn.Reply);
        var (turn, told) = await StreamAsync(id, "two");
        Assert.False(turn.AiPowered);
        Assert.Equal(turn.Reply, Assert.Single(told));
    }

    [Theory]
    [InlineData("friendly", null)]
    [InlineData(null, "loud")]
    public async Task A_personality_or_voice_that_nobody_has_is_refused(string? personality, string? voice) =>
        Assert.IsType<CreateOutcome.Invalid>(await _service.CreateAsync("ada", new ConversationRequest(personality, voice), default));

    private async Task<string> StartAsync(string? personality = null, string? voice = null) => Assert.IsType<CreateOutcome.Created>(
        await _service.CreateAsync(_app.UserId, new ConversationRequest(personality, voice), default)).Conversation.Id;

    private async Task<PendingReply> BeginAsync(string id, string text, string? messageId = null) => Assert.IsType<MessageOutcome.Ready>(
        await _service.SendAsync(Caller, id, new MessageRequest(messageId, text), default)).Reply;

    private async Task<Turn> SayAsync(string id, string text, string? messageId = null) =>
        (await (await BeginAsync(id, text, messageId)).WriteAsync(null, default))!;

    private async Task<(Turn Turn, List<string> Told)> StreamAsync(string id, string text)
    {
        var told = new List<string>();
        var turn = await (await BeginAsync(id, text)).WriteAsync((sentence, _) => { told.Add(sentence); return ValueTask.CompletedTask; }, default);
        return (turn!, told);
    }
}
