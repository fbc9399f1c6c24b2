package org.stride.learner.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.Repository;

/** Drafts, one for each learner and exercise. */
interface DraftRepository extends Repository<DraftRow, UUID> {
    @Query("select * from draft where learner = :learner and exercise = :exercise")
    Optional<DraftRow> find(UUID learner, String exercise);

    /** The same, until the end of the transaction for nobody else to change. */
    @Query("select * from draft where learner = :learner and exercise = :exercise for update")
    Optional<DraftRow> lock(UUID learner, String exercise);

    @Query("select * from draft where learner = :learner order by exercise")
    List<DraftRow> all(UUID learner);

    @Modifying
    @Query("""
            insert into draft (learner, exercise, text, revision, saved_at, editor, sequence)
            values (:learner, :exercise, :text, :revision, :savedAt, :editor, :sequence)
            """)
    void insert(
            UUID learner, String exercise, String text, long revision, Instant savedAt, String editor, long sequence);

    @Modifying
    @Query("""
            update draft set text = :text, revision = :revision, saved_at = :savedAt, editor = :editor, sequence = :sequence
            where learner = :learner and exercise = :exercise
            """)
    void update(
            UUID learner, String exercise, String text, long revision, Instant savedAt, String editor, long sequence);
}
