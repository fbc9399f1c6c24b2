package org.stride.learner.store;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** What was typed elsewhere at the same time, one for each editor, until the learner has chosen. */
interface OtherDraftRepository extends Repository<DraftRow, UUID> {
    /** Without those whose editor has saved something newer since: that text grew out of them. */
    @Query("""
            select learner, exercise, text, 0 as revision, saved_at, editor, sequence from other_draft other
            where learner = :learner and not exists (
                select 1 from draft where draft.learner = other.learner and draft.exercise = other.exercise
                and draft.editor = other.editor and draft.sequence > other.sequence)
            order by saved_at
            """)
    List<DraftRow> all(UUID learner);

    @Modifying
    @Query("""
            insert into other_draft (learner, exercise, editor, sequence, text, saved_at)
            values (:learner, :exercise, :editor, :sequence, :text, :savedAt)
            """)
    void insert(UUID learner, String exercise, String editor, long sequence, String text, Instant savedAt);

    /** An answer that was lost is no reason to go back to an older text. */
    @Modifying
    @Query("""
            update other_draft set text = :text, saved_at = :savedAt, sequence = :sequence
            where learner = :learner and exercise = :exercise and editor = :editor and sequence <= :sequence
            """)
    int update(UUID learner, String exercise, String editor, long sequence, String text, Instant savedAt);

    @Query("select count(*) from other_draft where learner = :learner and exercise = :exercise and editor = :editor")
    int count(UUID learner, String exercise, String editor);

    @Query("select count(*) from other_draft where learner = :learner and exercise = :exercise")
    int count(UUID learner, String exercise);

    @Modifying
    @Query("delete from other_draft where learner = :learner and exercise = :exercise and editor = :editor")
    void delete(UUID learner, String exercise, String editor);
}
