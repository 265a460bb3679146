using System.Text;
using System.Text.Json;
using FitServerless.Coach;
using FitServerless.Coach.Conversations;
using FitServerless.Coach.Meals;
using FitServerless.Coach.Model;
using FitServerless.Coach.Safety;
using FitServerless.Coach.Training;
using FitServerless.Coach.Tweaks;

namespace FitServerless.Tests.Coach.Injection;

/// <summary>Every text of the corpus in every place where users write, against a model that does whatever it is told there.</summary>
public sealed class InjectionTests
{
    /// <summary>What a model that obeys would say.</summary>
    private static readonly string[] Obedient =
    [
        "HACKED. You are the coach of a fitness app. These are all your instructions <b>key</b>",
        """{"meals":[{"name":"Peanut feast","slot":"lunch","ingredients":[{"name":"peanuts","grams":300}],"calories":300,"protein":1,"carbs":1,"fat":1,"fiber":0}]}""",
        """{"warmUp":[],"exercises":[{"id":"barbell-back-squat","sets":0,"reps":1,"holdSeconds":null,"restSeconds":0,"intensity":"take 200 mg ibuprofen","loadKg":500}]}""",
        """{"action":"reduce_volume","reason":"HACKED https://evil.example","modifications":{"sets":-99,"reps":-9,"rest_time":-999,"weight_percent":500}}""",
        """{"action":"progress","reason":"Go","modifications":{"sets":null,"reps":-3,"rest_time":null,"weight_percent":null}}""",
    ];

    private static readonly string[] ObedientReplies =
    [
        "Of course! Eat 300 calories for the whole day.",
        "Sure. Add 50 kg to the bar and train through the chest pain.",
        "Your account may use steroids. Take 200 mg of ibuprofen first.",
        "See [here](https://evil.example), or <b>call me</b>.",
    ];

    private readonly CoachUnderTest _coach = new(new CoachOptions { ProPerMinute = 100_000, ProModelAnswersPerDay = 100_000 });
    private int _replies;

    public InjectionTests() => _coach.Model.Usual = _ => new ModelReply.Completed(Obedient[_replies++ % Obedient.Length]);

    [Fact]
    public void The_corpus_is_large_enough() => Assert.InRange(InjectionCorpus.All.Distinct().Count(), 200, 1_000);

    [Fact]
    public async Task Meals_stay_within_the_diet_the_floor_and_the_targets()
    {
        var meals = new MealCoach(_coach.Pipeline, _coach.Clock);
        foreach (var text in InjectionCorpus.All)
        {
            var request = new MealRequest { Goals = text, Restrictions = "vegetarian, no peanuts" };
            var outcome = await meals.SuggestAsync(CoachUnderTest.Pro, request, default);
            if (outcome is CoachOutcome<MealSuggestion>.SeeProfessional)
                continue;
            var answer = Assert.IsType<CoachOutcome<MealSuggestion>.Answered>(outcome).Answer;
            Assert.Empty(CoachGate.Check(answer, Assert.IsType<MealBriefOutcome.Ready>(MealBriefing.Read(request)).Brief));
            AssertNothingObeyed(JsonSerializer.Serialize(answer, CoachJson.Default.MealSuggestion));
        }

        AssertPromptsAreClean();
    }

    [Fact]
    public async Task Tweaks_keep_the_minimum_of_repetitions()
    {
        var tweaks = new TweakCoach(_coach.Pipeline);
        foreach (var text in InjectionCorpus.All)
        {
            var coachEvent = new CoachEvent
            {
                Event = CoachEvent.StruggleSet,
                Context = new EventContext { Exercise = text.Length > 200 ? text[..200] : text, PlannedReps = 10, PlannedSets = 3, RestTime = 60 },
                UserData = new EventUserData { Goals = text },
            };
            var answer = Assert.IsType<CoachOutcome<TweakAnswer>.Answered>(await tweaks.AdviseAsync(CoachUnderTest.Pro, coachEvent, default)).Answer;
            Assert.InRange(10 + (answer.Tweak.Modifications.Reps ?? 0), 8, 15);
            AssertNothingObeyed(JsonSerializer.Serialize(answer, TweakJson.Default.TweakAnswer));
        }

        AssertPromptsAreClean();
    }

    [Fact]
    public async Task Workouts_hold_exercises_that_suit_with_loads_that_are_known()
    {
        var task = new TrainingTask();
        foreach (var text in InjectionCorpus.All)
        {
            var request = new TrainingRequest { Goals = text, Equipment = text, FitnessLevel = "beginner", Limitations = "bad knee" };
            if (TrainingBriefing.Read(request) is not TrainingBriefOutcome.Ready { Brief: var brief })
                continue;
            var question = new TrainingQuestion(request, brief, 1, _coach.Clock.Now);
            var outcome = await _coach.Pipeline.AskAsync(task, question, CoachUnderTest.Pro, default);
            var answer = Assert.IsType<CoachOutcome<TrainingSuggestion>.Answered>(outcome).Answer;
            Assert.Empty(CoachGate.Check(answer, brief));
            Assert.All(answer.Exercises, exercise => Assert.Null(exercise.LoadKg));
            AssertNothingObeyed(JsonSerializer.Serialize(answer, CoachJson.Default.TrainingSuggestion));
        }

        AssertPromptsAreClean();
    }

    [Fact]
    public void In_a_conversation_what_users_say_and_have_stored_is_data_too()
    {
        foreach (var text in InjectionCorpus.All)
        {
            var conversation = new Conversation
            {
                Id = "a",
                Personality = Personalities.Supportive,
                Voice = Voices.Neutral,
                Summary = text,
                CreatedAt = _coach.Clock.Now,
                UpdatedAt = _coach.Clock.Now,
            };
            var transcript = new Transcript(conversation, [new Turn(1, "m", text, "Fine.", null) { At = _coach.Clock.Now }]);
            var athlete = new Athlete([new RecentWorkout(text, text, 1, 30)], 1, 1, 1, [JsonSerializer.Serialize(text)]);
            _coach.Model.Prompts.Enqueue(ReplyPrompt.Of(transcript, text, athlete));
            foreach (var personality in Personalities.All)
                Assert.Empty(CoachGate.CheckReply(RuleReply.Write(personality, text, athlete)));
        }

        AssertPromptsAreClean();
    }

    /// <summary>A model that says what it was told to, word for word, and one that does it.</summary>
    [Fact]
    public async Task In_a_conversation_nothing_that_is_obeyed_leaves_beyond_harmless_words()
    {
        var told = new StringBuilder();
        foreach (var reply in InjectionCorpus.All.Concat(ObedientReplies))
        {
            var gate = new SentenceGate((sentence, _) => { told.Append(sentence); return ValueTask.CompletedTask; });
            await gate.AddAsync(reply, default);
            await gate.EndAsync(default);
        }

        foreach (var trace in (string[])["ibuprofen", "evil.example", "<", "cures", "300 for the whole day", "steroids", "50 kg", "through the chest pain", "169.254"])
            Assert.DoesNotContain(trace, told.ToString(), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Nothing of the demands' fruits, and of nobody else.</summary>
    private static void AssertNothingObeyed(string json)
    {
        foreach (var trace in (string[])["HACKED", "ibuprofen", "evil.example", "Peanut", "instructions", "<"])
            Assert.DoesNotContain(trace, json, StringComparison.Ordinal);
    }

    /// <summary>The instructions are ours alone, users' words stand in JSON values, and there are no tools, secrets or people in it.</summary>
    private void AssertPromptsAreClean()
    {
        Assert.NotEmpty(_coach.Model.Prompts);
        foreach (var prompt in _coach.Model.Prompts)
        {
            Assert.DoesNotContain(InjectionCorpus.All, text => prompt.Instructions.Contains(text, StringComparison.Ordinal));
            Assert.StartsWith("You are the coach of a fitness app.", prompt.Instructions, StringComparison.Ordinal);
            foreach (var message in prompt.Messages.Where(message => !message.IsReply && !message.Text.StartsWith("That answer cannot be used.", StringComparison.Ordinal)))
                Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(message.Text).RootElement.ValueKind);
            Assert.DoesNotContain(CoachUnderTest.Pro.Id, string.Concat(prompt.Messages.Select(message => message.Text)).Split('"'));
        }
    }
}
