namespace FitServerless.Tests.Exercises;

internal enum QuerySet
{
    /// <summary>The ranking was tuned on them.</summary>
    Tuned,

    /// <summary>Nobody looked at them while the ranking was tuned; who wrote them wrote the synonyms too.</summary>
    Held,

    /// <summary>Written later, from the exercises' names, muscles and equipment, by somebody who had seen neither the synonyms nor the code.</summary>
    Fresh,
}
