package org.stride.learner.store;

import java.sql.SQLException;
import java.time.Clock;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.jdbc.core.mapping.JdbcMappingContext;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.transaction.PlatformTransactionManager;

/** What there is of the database for others. */
@Configuration(proxyBeanMethods = false)
@EnableJdbcRepositories(considerNestedRepositories = false)
public class LearnerStore {
    /** Names as the schema has them: quoted, they would be in capitals for H2 and in small letters for PostgreSQL. */
    @Bean
    static BeanPostProcessor plainNames() {
        return new BeanPostProcessor() {
            @Override
            public Object postProcessBeforeInitialization(Object bean, String name) {
                if (bean instanceof JdbcMappingContext names) {
                    names.setForceQuote(false);
                }
                return bean;
            }
        };
    }

    @Bean
    Gate gate() {
        return new Gate();
    }

    @Bean
    Store store(PlatformTransactionManager manager, Gate gate, Durability durability) {
        return new Store(manager, gate, durability, new Outage(System::nanoTime));
    }

    @Bean
    @DependsOnDatabaseInitialization
    Durability durability(DataSource database, Gate gate) throws SQLException {
        return Durability.of(database, gate);
    }

    @Bean
    History history(
            Store store, LearnerRepository learners, HistoryRepository rows, Durability durability, Clock clock) {
        return new History(store, learners, rows, durability, clock);
    }

    @Bean
    Forgotten forgotten() {
        return new Forgotten();
    }

    @Bean
    Backlog backlog(History history, Forgotten forgotten) {
        return new Backlog(history, forgotten);
    }

    @Bean
    Drafts drafts(
            Store store,
            JdbcOperations database,
            LearnerRepository learners,
            DraftRepository drafts,
            OtherDraftRepository others,
            History history,
            Clock clock) {
        return new Drafts(store, database, learners, drafts, others, history, clock);
    }

    @Bean
    Hints hints(Store store, LearnerRepository learners, HintRepository hints, Clock clock) {
        return new Hints(store, learners, hints, clock);
    }

    @Bean
    Stopwatch stopwatch(
            Store store, LearnerRepository learners, TimeRepository times, Forgotten forgotten, Clock clock) {
        return new Stopwatch(store, learners, times, forgotten, clock, System::nanoTime);
    }

    @Bean
    WorkArchive.Tables tables(
            LearnerRepository learners,
            DraftRepository drafts,
            OtherDraftRepository others,
            HistoryRepository history,
            HintRepository hints,
            TimeRepository times) {
        return new WorkArchive.Tables(learners, drafts, others, history, hints, times);
    }

    @Bean
    WorkArchive workArchive(
            Store store,
            WorkArchive.Tables tables,
            Backlog backlog,
            Stopwatch stopwatch,
            Durability durability,
            Forgotten forgotten,
            Clock clock) {
        return new WorkArchive(store, tables, backlog, stopwatch, durability, forgotten, clock);
    }
}
