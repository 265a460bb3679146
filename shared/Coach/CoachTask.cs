using System.Text.Json.Serialization.Metadata;
using FitServerless.Coach.Model;
using FitServerless.Coach.Safety;

namespace FitServerless.Coach;

/// <summary>A kind of thing the coach is asked for: how a model is asked for it, how the rules make it, and what it must be like.</summary>
/// <typeparam name="TBrief">A request, understood.</typeparam>
/// <typeparam name="TAnswer">A contract, without its signature until <see cref="Sign"/>.</typeparam>
internal abstract class CoachTask<TBrief, TAnswer>
    where TAnswer : class
{
    /// <summary>A word for the records and the caches.</summary>
    public abstract string Name { get; }

    /// <summary>Others get the rules.</summary>
    public virtual bool IsForPros => false;

    /// <summary>What is kept is kept for one user alone.</summary>
    public virtual bool IsPersonal => false;

    /// <summary>For the system message. Our own words only; <see cref="CoachPrompt"/> puts the order of precedence before them.</summary>
    public abstract string Instructions { get; }

    public abstract ModelSchema Schema { get; }

    public abstract int MaxTokens { get; }

    /// <summary>How answers are kept.</summary>
    public abstract JsonTypeInfo<TAnswer> Contract { get; }

    /// <summary>What the model is to know, as JSON; users' words stand in it as values. Who has the same may get the same answer.</summary>
    public abstract string Describe(TBrief brief);

    /// <summary>What goes with it for a model that can see.</summary>
    public virtual ModelImage? Show(TBrief brief) => null;

    /// <summary>The answer in a model's reply.</summary>
    /// <exception cref="System.Text.Json.JsonException">Not what the schema says.</exception>
    public abstract TAnswer Read(TBrief brief, string reply);

    /// <summary>Why the answer must not go out; empty when it may.</summary>
    public abstract IReadOnlyList<GateFault> Check(TBrief brief, TAnswer answer);

    public abstract RulesAnswer<TAnswer> FollowRules(TBrief brief);

    /// <summary>The answer, telling where it comes from.</summary>
    public abstract TAnswer Sign(TAnswer answer, Authorship by);
}
